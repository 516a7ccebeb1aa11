import Geography

/// A time for which a vessel was not observed.
public struct LongGap: Sendable, Equatable {
  /// The vessel.
  public let mmsi: UInt32
  /// Last seen and seen again, in milliseconds since 1970.
  public let time: ClosedRange<Int64>
  /// Where it was last seen.
  public let from: Coordinate
  /// Where it was seen again.
  public let to: Coordinate

  /// Metres along the geodesic between both places.
  public var distanceInMetres: Double { Ellipsoid.distanceInMetres(from, to) }

  /// Milliseconds.
  public var duration: Int64 { time.upperBound - time.lowerBound }

  /// The longest first, and of equally long ones that of the lower MMSI, then the earlier one.
  static func precedes(_ a: LongGap, _ b: LongGap) -> Bool {
    if a.duration != b.duration { return a.duration > b.duration }
    return (a.mmsi, a.time.lowerBound) < (b.mmsi, b.time.lowerBound)
  }
}
