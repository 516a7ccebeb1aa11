import Geography

/// Tells which legs between two fixes were observed: not longer than a silence may be, not faster than a ship is.
public struct LegRule: Sendable, Equatable {
  /// A silence longer than this many milliseconds is a gap.
  public var gapAfterMilliseconds: Int64
  /// A leg faster than this many knots is a jump.
  public var maximumSpeedInKnots: Double

  /// A rule; the defaults are one hour and 50 knots.
  public init(gapAfterMilliseconds: Int64 = 3_600_000, maximumSpeedInKnots: Double = 50) {
    self.gapAfterMilliseconds = gapAfterMilliseconds
    self.maximumSpeedInKnots = maximumSpeedInKnots
  }

  /// What the time between two fixes is.
  public enum Verdict: Sendable, Equatable {
    case observed, gap, jump
  }

  /// The leg from one fix to the next of the same vessel, which is later.
  @inlinable
  package func verdict(_ a: Fix, _ b: Fix) -> Verdict {
    let duration = b.milliseconds &- a.milliseconds
    if isGap(a, b) { return .gap }
    let reach = maximumSpeedInKnots * (1852 / 3_600_000) * Double(duration)
    let north = abs(Double(b.latitudeE7) - Double(a.latitudeE7))
    let east = abs(Double(b.longitudeE7) - Double(a.longitudeE7))
    // No degree on the ellipsoid is longer than 111,695 m, so most legs need no geodesic.
    if (north + east) * 0.0111695 <= reach { return .observed }
    return LegRule.distanceInMetres(a, b) <= reach ? .observed : .jump
  }

  /// Whether the time between two successive fixes of a vessel is a gap.
  @inlinable
  package func isGap(_ a: Fix, _ b: Fix) -> Bool {
    b.milliseconds &- a.milliseconds > gapAfterMilliseconds || b.isFirstOfPiece
  }

  /// Whether a ship no faster than the limit can have gone from one fix to the next of the same vessel, seen or not.
  package func isPossible(_ a: Fix, _ b: Fix) -> Bool {
    LegRule.distanceInMetres(a, b)
      <= maximumSpeedInKnots * (1852 / 3_600_000) * Double(b.milliseconds &- a.milliseconds)
  }

  @inline(never)
  @usableFromInline
  package static func distanceInMetres(_ a: Fix, _ b: Fix) -> Double {
    Ellipsoid.distanceInMetres(
      Coordinate(latitude: a.latitude, longitude: a.longitude),
      Coordinate(latitude: b.latitude, longitude: b.longitude))
  }
}
