import Geography
import Tracks

/// A silence: from the last fix of a track to the next, or to the end of all data.
struct Gap: Sendable {
  /// The track's number.
  let track: UInt32
  /// The vessel.
  let mmsi: UInt32
  /// Where it was last seen.
  let from: Fix
  /// Where it was seen again; nil of a gap that is open at the end of the data.
  let to: Fix?
  /// When it was seen again, or the end of the data, in milliseconds since 1970.
  let end: Int64

  /// Milliseconds since 1970.
  var start: Int64 { from.milliseconds }

  /// Milliseconds.
  var duration: Int64 { end - from.milliseconds }

  /// Geodesic distance between the two places in metres; nil of an open gap.
  var distanceInMetres: Double? { to.map { Ellipsoid.distanceInMetres(from.coordinate, $0.coordinate) } }
}
