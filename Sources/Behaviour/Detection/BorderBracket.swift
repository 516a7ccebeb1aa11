/// Where on a ray a value that falls below 0 once does so: at least 0 up to `near`, below from `far` on.
struct BorderBracket {
  /// To how many metres the border is looked for.
  private static let metres = 20.0

  private var near = 0.0
  private var far: Double
  private var nearValue: Double
  private var farValue: Double

  /// A bracket from the value at the ray's beginning, and a distance with the value there.
  init(inside: Double, outside: (metres: Double, value: Double)) {
    nearValue = inside
    (far, farValue) = outside
    if farValue >= 0 { near = far }
  }

  /// Narrows the bracket by a few false positions, which come near the border faster than halving does.
  mutating func narrow(_ value: (Double) -> Double) {
    var wasNear: Bool?
    for _ in 0..<6 where far - near > BorderBracket.metres {
      let share = nearValue / (nearValue - farValue)
      // Not too near to either end, so that the other one moves as well.
      let margin = min(BorderBracket.metres / 4, (far - near) / 4)
      let middle = min(max(near + (far - near) * share, near + margin), far - margin)
      guard middle > near, middle < far else { return }
      let here = value(middle)
      let isNear = here >= 0
      if isNear { (near, nearValue) = (middle, here) } else { (far, farValue) = (middle, here) }
      // An end that stays a second time counts half (the Illinois rule).
      if wasNear == isNear {
        if isNear { farValue /= 2 } else { nearValue /= 2 }
      }
      wasNear = isNear
    }
  }

  /// The last place inside that halving 0...`length` down to 20 m finds; the value is asked for inside the bracket only.
  mutating func halved(from length: Double, _ value: (Double) -> Double) -> Double {
    var (inside, outside) = (0.0, length)
    while outside - inside > BorderBracket.metres {
      let middle = (inside + outside) / 2
      let isInside = middle <= near || (middle < far && value(middle) >= 0)
      if isInside { inside = middle } else { outside = middle }
    }
    return inside
  }
}
