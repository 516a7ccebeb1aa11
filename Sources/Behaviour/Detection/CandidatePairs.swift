import Geography
import Platform
import Synchronization

/// Finds pairs by sweeping each step's samples from south to north.
struct CandidatePairs {
  /// How near two tracks must be, in metres.
  let radiusInMetres: Double
  /// Steps that two sightings of a pair may be apart and still be one candidate.
  let mergeSlots: Int32

  private struct Sighting {
    var pair: UInt64
    var slot: Int32
  }

  /// The pairs among samples in any order, by track numbers, then time; the samples are put in order in place.
  func pairs(_ samples: inout [SearchSample], threads: Int) -> [CandidatePair] {
    let starts = SearchSample.group(&samples)
    let found = Mutex<[Sighting]>([])
    samples.withUnsafeMutableBufferPointer { samples in
      nonisolated(unsafe) let samples = samples
      concurrently(threads, count: starts.count - 1, stride: 8) { _, range in
        var sightings: [Sighting] = []
        for number in range {
          var slice = UnsafeMutableBufferPointer(rebasing: samples[starts[number]..<starts[number + 1]])
          slice.sort { ($0.latitudeE7, $0.track) < ($1.latitudeE7, $1.track) }
          sweep(UnsafeBufferPointer(slice), into: &sightings)
        }
        if !sightings.isEmpty { found.withLock { $0 += sightings } }
      }
    }
    let sightings = found.withLock { $0 }.sorted { ($0.pair, $0.slot) < ($1.pair, $1.slot) }
    var pairs: [CandidatePair] = []
    var start = 0
    for index in sightings.indices {
      let isLast = index + 1 == sightings.count || sightings[index + 1].pair != sightings[index].pair
      guard isLast || sightings[index + 1].slot - sightings[index].slot > mergeSlots else { continue }
      let pair = sightings[index].pair
      pairs.append(
        CandidatePair(
          first: UInt32(pair >> 32), second: UInt32(truncatingIfNeeded: pair),
          slots: sightings[start].slot...sightings[index].slot))
      start = index + 1
    }
    return pairs
  }

  private func sweep(_ samples: UnsafeBufferPointer<SearchSample>, into sightings: inout [Sighting]) {
    // No degree of latitude is shorter than 110,500 m; the margin makes the sphere safe for the ellipsoid.
    let radius = radiusInMetres * 1.01
    let band = Int64(radius / 110_500 * 1e7) + 1
    for (index, a) in samples.enumerated() {
      let latitude = Double(a.latitudeE7) / 1e7
      let shrink = cos(latitude * .pi / 180)
      // At a pole every longitude is near.
      let degrees = shrink > 1e-4 ? min(180, radius / (111_000 * shrink)) : 180
      let width = Int64(degrees * 1e7) + 1
      var next = index + 1
      while next < samples.count, Int64(samples[next].latitudeE7) - Int64(a.latitudeE7) <= band {
        let b = samples[next]
        next += 1
        let east = Motion.eastward(a.longitudeE7, b.longitudeE7)
        if abs(east) > width || a.mmsi == b.mmsi { continue }
        let (x, y) = (Double(east) * 0.0111320 * shrink, Double(b.latitudeE7 - a.latitudeE7) * 0.0111320)
        if x * x + y * y > radius * radius * 1.02 { continue }
        let pair = UInt64(min(a.track, b.track)) << 32 | UInt64(max(a.track, b.track))
        sightings.append(Sighting(pair: pair, slot: a.slot))
      }
    }
  }
}
