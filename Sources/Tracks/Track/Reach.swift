import Platform

/// How far a ship can have come: the maximum speed for two hours, half of it beyond, and three minutes at it besides.
///
/// The three minutes are for clocks: stations round times to the minute, and satellites pass messages on late.
struct Reach: Sendable {
  /// Milliseconds that the times of two fixes may be wrong by.
  private static let doubtInMilliseconds = 180_000.0
  /// Milliseconds for which a ship keeps up its maximum speed; over a day even the fastest make half of it.
  private static let sprintInMilliseconds = 7_200_000.0
  /// Mean radius of the earth.
  private static let radiusInMetres = 6_371_008.8
  private let metresPerMillisecond: Double

  /// The reach at a maximum speed.
  init(maximumSpeedInKnots: Double) {
    metresPerMillisecond = maximumSpeedInKnots * (1852 / 3_600_000)
  }

  /// Metres that a ship can come in a time.
  @inline(__always)
  func metres(in milliseconds: Int64) -> Double {
    let duration = Double(milliseconds)
    return metresPerMillisecond
      * (Reach.doubtInMilliseconds + duration - max(0, duration - Reach.sprintInMilliseconds) / 2)
  }

  /// Whether one ship can have sent both fixes, of which the second is not the earlier one.
  @inline(__always)
  func allows(_ a: Fix, _ b: Fix) -> Bool {
    let reach = metres(in: b.milliseconds &- a.milliseconds)
    let north = abs(Double(b.latitudeE7) - Double(a.latitudeE7))
    let east = abs(Double(b.longitudeE7) - Double(a.longitudeE7))
    // No degree on the ellipsoid is longer than 111,695 m, and one of latitude on the sphere is 111,195 m, so most
    // pairs need no trigonometry.
    if (north + east) * 0.0111695 <= reach { return true }
    if north * 0.0111195 > reach { return false }
    return Reach.isWithin(reach, a, b)
  }

  /// Whether one ship can have sent all fixes, which stand in the order of time.
  func allowsEach(_ fixes: UnsafeBufferPointer<Fix>) -> Bool {
    var index = 1
    while index < fixes.count {
      if !allows(fixes[index - 1], fixes[index]) { return false }
      index += 1
    }
    return true
  }

  /// Whether two places are at most so many metres apart on the sphere, which is near enough for a reach.
  @inline(never)
  private static func isWithin(_ metres: Double, _ a: Fix, _ b: Fix) -> Bool {
    let radian = Double.pi / 180
    let north = sin((b.latitude - a.latitude) * radian / 2)
    let east = sin((b.longitude - a.longitude) * radian / 2)
    let limit = sin(min(metres / radiusInMetres / 2, .pi / 2))
    return north * north + cos(a.latitude * radian) * cos(b.latitude * radian) * east * east <= limit * limit
  }
}
