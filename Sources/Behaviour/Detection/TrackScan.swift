import Geography
import Tracks

/// One pass over a track: where it was at each step, its silences, and a token of its presence each half hour.
struct TrackScan {
  /// The track's number.
  let track: UInt32
  /// The positions at whole steps, in the order of time.
  private(set) var samples: [TrackSample] = []
  /// The silences, in the order of time.
  private(set) var gaps: [Gap] = []
  /// The first fix of each half hour.
  private(set) var presences: [Presence] = []
  /// Pieces between gaps and jumps that have at least two fixes.
  private(set) var voyages = 0

  /// Scans a track's fixes; `step` is in milliseconds, `end` the last instant of all data.
  init(track: UInt32, mmsi: UInt32, fixes: UnsafeBufferPointer<Fix>, rules: DetectionRules, end: Int64) {
    self.track = track
    guard let first = fixes.first, let last = fixes.last else { return }
    let step = rules.stepMilliseconds
    var next = (first.milliseconds + step - 1) / step * step
    var run: Int32 = 0
    var voyageLegs = 0
    var bucket = Presence.bucket(first.milliseconds)
    presences.append(Presence(first, vessel: mmsi, bucket: bucket))
    for index in 1..<max(1, fixes.count) {
      let (a, b) = (fixes[index - 1], fixes[index])
      let time = b.milliseconds
      let now = Presence.bucket(time)
      if now != bucket {
        bucket = now
        presences.append(Presence(b, vessel: mmsi, bucket: now))
      }
      switch rules.legs.verdict(a, b) {
      case .observed:
        voyageLegs += 1
        while next <= time {
          samples.append(TrackScan.sample(a, b, at: next, slot: Int32(next / step), run: run))
          next += step
        }
      case .gap:
        gaps.append(Gap(track: track, mmsi: mmsi, from: a, to: b, end: time))
        fallthrough
      case .jump:
        run += 1
        if voyageLegs > 0 { voyages += 1 }
        voyageLegs = 0
        if next < time { next = (time + step - 1) / step * step }
      }
    }
    if voyageLegs > 0 { voyages += 1 }
    if end - last.milliseconds > rules.legs.gapAfterMilliseconds {
      gaps.append(Gap(track: track, mmsi: mmsi, from: last, to: nil, end: end))
    }
  }

  @inline(__always)
  private static func sample(_ a: Fix, _ b: Fix, at instant: Int64, slot: Int32, run: Int32) -> TrackSample {
    let place = Motion.place(a, b, at: Double(instant))
    return TrackSample(
      slot: slot, run: run, latitudeE7: Int32((place.latitude * 1e7).rounded()),
      longitudeE7: Int32((place.longitude * 1e7).rounded()))
  }
}

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
