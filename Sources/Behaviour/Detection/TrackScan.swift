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

  /// Scans a track's fixes; `step` is in milliseconds, `end` the last instant of all data.
  init(track: UInt32, mmsi: UInt32, fixes: UnsafeBufferPointer<Fix>, rules: DetectionRules, end: Int64) {
    self.track = track
    guard let first = fixes.first, let last = fixes.last else { return }
    let step = rules.stepMilliseconds
    var next = (first.milliseconds + step - 1) / step * step
    var run: Int32 = 0
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
        while next <= time {
          samples.append(TrackScan.sample(a, b, at: next, slot: Int32(next / step), run: run))
          next += step
        }
      case .gap:
        gaps.append(Gap(track: track, mmsi: mmsi, from: a, to: b, end: time))
        fallthrough
      case .jump:
        run += 1
        if next < time { next = (time + step - 1) / step * step }
      }
    }
    if end - last.milliseconds > rules.legs.gapAfterMilliseconds {
      gaps.append(Gap(track: track, mmsi: mmsi, from: last, to: nil, end: end))
    }
  }

  @inline(__always)
  private static func sample(_ a: Fix, _ b: Fix, at instant: Int64, slot: Int32, run: Int32) -> TrackSample {
    let place = Motion.place(a, b, at: Double(instant))
    return TrackSample(
      slot: slot, run: run, latitudeE7: Int32(Motion.rounded(place.latitude * 1e7)),
      longitudeE7: Int32(Motion.rounded(place.longitude * 1e7)))
  }
}
