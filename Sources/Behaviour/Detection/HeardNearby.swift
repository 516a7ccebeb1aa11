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
    var heard: Set<UInt32> = []
    let places = [gap.from.coordinate] + [gap.to?.coordinate].compactMap { $0 }
    let (first, last) = (Presence.bucket(gap.start), Presence.bucket(gap.end))
    var bucket = first
    while bucket <= last {
      if bucket - first >= HeardNearby.mostBuckets, last - bucket >= HeardNearby.mostBuckets {
        bucket = last - HeardNearby.mostBuckets + 1
      }
      for place in places { collect(gap, place, metres, bucket, into: &heard) }
      bucket += 1
    }
    return heard.count
  }

  private func collect(
    _ gap: Gap, _ place: Coordinate, _ metres: Double, _ bucket: Int32, into heard: inout Set<UInt32>
  ) {
    let number = Int(bucket - firstBucket)
    guard number >= 0, number + 1 < starts.count else { return }
    // No degree of latitude is shorter than 110,500 m.
    let reach = metres / 110_500
    var index = lowerBound(starts[number]..<starts[number + 1], Int32((max(-90, place.latitude - reach)) * 1e7))
    let north = Int32(min(90, place.latitude + reach) * 1e7)
    // Beyond this many degrees of longitude nothing is near; at a pole every longitude is.
    let shrink = cos(min(90, abs(place.latitude) + reach) * .pi / 180)
    let width = shrink > 1e-3 ? reach / shrink : 360
    while index < starts[number + 1], presences[index].latitudeE7 <= north {
      let presence = presences[index]
      index += 1
      guard presence.vessel != gap.mmsi, presence.milliseconds >= gap.start, presence.milliseconds <= gap.end,
        abs(Motion.shortWay(Double(presence.longitudeE7) / 1e7 - place.longitude)) <= width,
        !heard.contains(presence.vessel)
      else { continue }
      if isNear(presence, place, metres) { heard.insert(presence.vessel) }
    }
  }

  @inline(__always)
  private func isNear(_ presence: Presence, _ place: Coordinate, _ metres: Double) -> Bool {
    let other = Coordinate(latitude: Double(presence.latitudeE7) / 1e7, longitude: Double(presence.longitudeE7) / 1e7)
    guard abs(place.latitude) < 80, metres < 200_000 else {
      return Ellipsoid.greatCircleInMetres(place, other) <= metres
    }
    // At this range the plane is as good as the sphere, and far cheaper.
    let north = (other.latitude - place.latitude) * 111_195
    let east =
      Motion.shortWay(other.longitude - place.longitude) * 111_195
      * cos((other.latitude + place.latitude) * (.pi / 360))
    return north * north + east * east <= metres * metres
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
