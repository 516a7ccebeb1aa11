import Tracks

/// A sign that a vessel was received in some half hour: its first fix in it.
struct Presence {
  /// Half hours since 1970.
  var bucket: Int32
  /// Seconds into the half hour, rounded down.
  var seconds: UInt16
  /// Latitude in units of 1e-7 degrees.
  var latitudeE7: Int32
  /// Longitude in units of 1e-7 degrees.
  var longitudeE7: Int32
  /// Whose it is.
  var vessel: UInt32

  static let bucketMilliseconds: Int64 = 1_800_000

  @inline(__always)
  static func bucket(_ milliseconds: Int64) -> Int32 { Int32(milliseconds / bucketMilliseconds) }

  @inline(__always)
  init(_ fix: Fix, vessel: UInt32, bucket: Int32) {
    self.bucket = bucket
    seconds = UInt16(fix.milliseconds % Presence.bucketMilliseconds / 1000)
    latitudeE7 = fix.latitudeE7
    longitudeE7 = fix.longitudeE7
    self.vessel = vessel
  }

  /// Milliseconds since 1970, rounded down to a second.
  var milliseconds: Int64 { Int64(bucket) * Presence.bucketMilliseconds + Int64(seconds) * 1000 }
}
