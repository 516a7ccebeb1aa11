import Geography
import Platform

/// Counts which other vessels were received near a silence while it lasted: a hole in the coverage is not a dark ship.
struct HeardNearby: Sendable {
  /// By bucket, then latitude.
  private let presences: [Presence]
  /// The first of each bucket's presences, for buckets from `firstBucket` on, one more at the end.
  private let starts: [Int]
  private let firstBucket: Int32

  /// Only the first and the last so many half hours of a long silence are looked at: a day each.
  private static let mostBuckets: Int32 = 48

  /// A table of presences in any order.
  init(_ unordered: [Presence], threads: Int) {
    let first = unordered.min { $0.bucket < $1.bucket }?.bucket ?? 0
    let last = unordered.max { $0.bucket < $1.bucket }?.bucket ?? -1
    firstBucket = first
    var starts = [Int](repeating: 0, count: Int(last - first) + 2)
    for presence in unordered { starts[Int(presence.bucket - first) + 1] += 1 }
    for index in 1..<max(1, starts.count) { starts[index] += starts[index - 1] }
    var next = starts
    var presences = unordered
    for presence in unordered {
      let bucket = Int(presence.bucket - first)
      presences[next[bucket]] = presence
      next[bucket] += 1
    }
    presences.withUnsafeMutableBufferPointer { presences in
      nonisolated(unsafe) let shared = presences
      concurrently(threads, count: starts.count - 1, stride: 4) { _, buckets in
        for bucket in buckets {
          var slice = UnsafeMutableBufferPointer(rebasing: shared[starts[bucket]..<starts[bucket + 1]])
          // Only latitudes need an order: who is heard is counted in a set.
          slice.sort { $0.latitudeE7 < $1.latitudeE7 }
        }
      }
    }
    self.presences = presences
    self.starts = starts
  }

  /// Vessels other than the gap's own that were received during the gap within `metres` of one of its ends.
  func count(_ gap: Gap, within metres: Double) -> Int {
    var heard = VesselTally()
    let circles = [gap.from.coordinate, gap.to?.coordinate].compactMap { $0.map { HearingCircle(about: $0, metres) } }
    let (first, last) = (Presence.bucket(gap.start), Presence.bucket(gap.end))
    var bucket = first
    while bucket <= last {
      if bucket - first >= HeardNearby.mostBuckets, last - bucket >= HeardNearby.mostBuckets {
        bucket = last - HeardNearby.mostBuckets + 1
      }
      for circle in circles { collect(gap, circle, bucket, into: &heard) }
      bucket += 1
    }
    return heard.count
  }

  private func collect(_ gap: Gap, _ circle: HearingCircle, _ bucket: Int32, into heard: inout VesselTally) {
    let number = Int(bucket - firstBucket)
    guard number >= 0, number + 1 < starts.count else { return }
    var index = lowerBound(starts[number]..<starts[number + 1], circle.south)
    presences.withUnsafeBufferPointer { presences in
      while index < starts[number + 1], presences[index].latitudeE7 <= circle.north {
        let presence = presences[index]
        index += 1
        guard circle.mayHold(presence), presence.vessel != gap.mmsi, presence.milliseconds >= gap.start,
          presence.milliseconds <= gap.end, circle.holds(presence)
        else { continue }
        heard.insert(presence.vessel)
      }
    }
  }

  private func lowerBound(_ range: Range<Int>, _ latitude: Int32) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if presences[middle].latitudeE7 < latitude { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
