import Geography

/// A slow stretch of a track, as the search for loitering takes it.
struct LoiteringStretch: Sendable {
  let track: UInt32
  let mmsi: UInt32
  /// Milliseconds since 1970.
  let start: Int64
  /// Milliseconds since 1970.
  let end: Int64
  /// Knots.
  let meanSpeed: Double
  let place: Coordinate
}
