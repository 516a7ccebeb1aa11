import Geography
import Platform

/// Where and when two ships that were not observed can have met and lain together for long enough.
///
/// At a place the ships can be together from the later of their earliest arrivals to the earlier of their latest
/// departures. That stay is, as a function of the place, a minimum of functions that fall with distances, so the places
/// that allow a stay of a given length make one area without holes, in which the longest stay lies.
struct SilentMeeting {
  private let a: SilenceReach
  private let b: SilenceReach
  /// How long they must be together, in milliseconds.
  private let needed: Double
  /// The place of the longest stay.
  let place: UnitVector
  /// The longest stay, in milliseconds.
  let longestStay: Double

  private static let bearings = 48

  /// Looks for a meeting of two silences; nil where none of the needed length can have been.
  init?(_ a: SilenceReach, _ b: SilenceReach, milliseconds needed: Double) {
    self.a = a
    self.b = b
    self.needed = needed
    guard SilentMeeting.isPossible(a, b, needed) else { return nil }
    // The best of a few likely places, then ever smaller steps in all directions from the best so far.
    let foci = [a.from, a.to, b.from, b.to]
    var starts = foci
    if let middle = UnitVector.middle(foci) { starts.append(middle) }
    for pair in [(a.from, b.from), (a.to, b.to), (a.from, b.to), (a.to, b.from)] {
      if let middle = UnitVector.middle([pair.0, pair.1]) { starts.append(middle) }
    }
    func stay(_ place: UnitVector) -> Double { SilentMeeting.stay(a, b, place) }
    var best = starts[0]
    var longest = stay(best)
    for start in starts.dropFirst() {
      let value = stay(start)
      if value > longest { (best, longest) = (start, value) }
    }
    let widest = foci.map { best.metres(to: $0) }.max() ?? 0
    (place, longestStay) = SilentMeeting.climb(from: best, value: longest, step: max(1000, widest / 2), stay)
    guard longestStay >= needed else { return nil }
  }

  /// The time two ships can be together at a place, in milliseconds; negative where they miss each other.
  @inline(__always)
  private static func stay(_ a: SilenceReach, _ b: SilenceReach, _ place: UnitVector) -> Double {
    min(a.departure(place), b.departure(place)) - max(a.arrival(place), b.arrival(place))
  }

  /// A quick look that most pairs do not pass: each way from a place of last sight to one of next sight must fit into
  /// the time between them less that of the meeting, and so must the ways to the first and from the last instant.
  private static func isPossible(_ a: SilenceReach, _ b: SilenceReach, _ needed: Double) -> Bool {
    let (first, last) = (max(a.start, b.start), min(a.end, b.end))
    guard last - first >= needed else { return false }
    for (ship, other) in [(a, b), (b, a)] {
      if ship.from.metres(to: ship.to) > ship.speed * (ship.end - ship.start - needed) { return false }
      if ship.from.metres(to: other.to) > ship.speed * (other.end - ship.start - needed) { return false }
    }
    return a.from.metres(to: b.from) <= a.speed * (2 * (last - needed) - a.start - b.start)
      && a.to.metres(to: b.to) <= a.speed * (a.end + b.end - 2 * (first + needed))
  }

  /// Climbs to the greatest value by steps in sixteen directions, which turn with each halving; `step` in metres.
  private static func climb(
    from start: UnitVector, value: Double, step: Double, _ measure: (UnitVector) -> Double
  ) -> (UnitVector, Double) {
    var (best, greatest, step) = (start, value, step)
    var turn = 0.0
    while step > 50 {
      let (east, north) = best.axes
      var (next, nextValue) = (best, greatest)
      for direction in 0..<16 {
        let angle = (Double(direction) + turn) * .pi / 8
        let candidate = best.moved(step, along: SilentMeeting.mix(east, sin(angle), north, cos(angle)))
        let candidateValue = measure(candidate)
        if candidateValue > nextValue { (next, nextValue) = (candidate, candidateValue) }
      }
      if nextValue > greatest {
        (best, greatest) = (next, nextValue)
      } else {
        step /= 2
        turn += 0.381966
      }
    }
    return (best, greatest)
  }

  private static func mix(_ a: UnitVector, _ s: Double, _ b: UnitVector, _ c: Double) -> UnitVector {
    UnitVector(x: a.x * s + b.x * c, y: a.y * s + b.y * c, z: a.z * s + b.z * c)
  }

  /// The places at which a meeting can have been, as a ring of corners from north on clockwise.
  ///
  /// The border is looked for on rays from the place of the longest stay, to 20 m, and on more of them where it bends, so
  /// that the ends of a narrow area are not cut off.
  func area() -> [UnitVector] {
    let (east, north) = place.axes
    let farthest = a.speed * (min(a.end, b.end) - max(a.start, b.start))
    func corner(_ angle: Double) -> UnitVector {
      let direction = SilentMeeting.mix(east, sin(angle), north, cos(angle))
      func surplus(_ metres: Double) -> Double {
        SilentMeeting.stay(a, b, place.moved(metres, along: direction)) - needed
      }
      var border = BorderBracket(inside: longestStay - needed, outside: (farthest, surplus(farthest)))
      border.narrow(surplus)
      return place.moved(border.halved(from: farthest, surplus), along: direction)
    }
    /// The corners after `first` up to `last`, more of them where the border lies well outside the chord.
    func corners(_ first: UnitVector, _ last: UnitVector, _ from: Double, _ to: Double, _ depth: Int) -> [UnitVector] {
      guard depth > 0, let middleOfChord = UnitVector.middle([first, last]) else { return [last] }
      let angle = (from + to) / 2
      let middle = corner(angle)
      // The first halvings are made in any case: a sharp end may lie to one side of the middle.
      guard depth > 4 || place.metres(to: middle) > place.metres(to: middleOfChord) * 1.01 + 200 else { return [last] }
      return corners(first, middle, from, angle, depth - 1) + corners(middle, last, angle, to, depth - 1)
    }
    let step = 2 * Double.pi / Double(SilentMeeting.bearings)
    let ring = (0..<SilentMeeting.bearings).map { corner(Double($0) * step) }
    return ring.indices.flatMap { number in
      [ring[number]]
        + corners(
          ring[number], ring[(number + 1) % ring.count], Double(number) * step, Double(number + 1) * step, 6
        ).dropLast()
    }
  }

  /// Of the places that are allowed the one that leaves the longest stay, among the best of all and points on rays from
  /// it; nil where none of these is allowed.
  func place(where isAllowed: (Coordinate) -> Bool) -> UnitVector? {
    if isAllowed(place.coordinate) { return place }
    var best: UnitVector?
    var longest = needed
    for (number, corner) in area().enumerated() where number % 12 == 0 {
      let radius = place.metres(to: corner)
      guard radius > 0, let middle = UnitVector.middle([place, corner]) else { continue }
      // Halfway, and halfway again to either side: three points on each ray.
      let inner = UnitVector.middle([place, middle])
      let outer = UnitVector.middle([middle, corner])
      for candidate in [inner, middle, outer].compactMap({ $0 }) {
        let stay = SilentMeeting.stay(a, b, candidate)
        if stay >= longest, isAllowed(candidate.coordinate) { (best, longest) = (candidate, stay) }
      }
    }
    return best
  }

  /// The earliest begin and the latest end of a meeting, in milliseconds since 1970; `area` is `area()`.
  func window(_ area: [UnitVector]) -> (earliest: Double, latest: Double) {
    func arrival(_ place: UnitVector) -> Double { max(a.arrival(place), b.arrival(place)) }
    func departure(_ place: UnitVector) -> Double { min(a.departure(place), b.departure(place)) }
    func best(_ value: (UnitVector) -> Double) -> Double {
      var (start, greatest) = (place, value(place))
      for corner in area {
        let here = value(corner)
        if here > greatest { (start, greatest) = (corner, here) }
      }
      let widest = area.map { place.metres(to: $0) }.max() ?? 0
      return SilentMeeting.climb(from: start, value: greatest, step: max(100, widest / 2)) { place in
        SilentMeeting.stay(a, b, place) >= needed ? value(place) : -.infinity
      }.1
    }
    return (-best { -arrival($0) }, best(departure))
  }

  /// Area in km2 of a ring about the place of the longest stay.
  func squareKilometres(_ area: [UnitVector]) -> Double {
    // Triangles from the place to each edge: their sides are short against the earth, so Heron's formula serves.
    var sum = 0.0
    for (index, corner) in area.enumerated() {
      let next = area[(index + 1) % area.count]
      let (p, q, r) = (place.metres(to: corner) / 1000, corner.metres(to: next) / 1000, next.metres(to: place) / 1000)
      let half = (p + q + r) / 2
      sum += max(0, half * (half - p) * (half - q) * (half - r)).squareRoot()
    }
    return sum
  }

  /// How little the two silences leave open: the smaller, the more telling that a meeting fits in.
  ///
  /// The geometric mean of the areas that each ship could have reached, over the share of their common silence that
  /// they can have spent together.
  var looseness: Double {
    let common = min(a.end, b.end) - max(a.start, b.start)
    return (a.areaInSquareKilometres * b.areaInSquareKilometres).squareRoot() * common / longestStay
  }
}
