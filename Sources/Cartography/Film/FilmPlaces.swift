import Geography
import Tracks

/// Where some vessels are at the end of each frame of a film.
package enum FilmPlaces {
  /// For each frame the places of those of the vessels whose place is known, in world units: on observed legs, and at the
  /// last fix for as long as a silence may be; x is unwrapped so that each is near the one before.
  ///
  /// Reading fixes back from disk may fail.
  package static func places(
    of vessels: [Int], in tracks: TrackSet, rule: LegRule, timeline: FilmTimeline
  ) throws(TracksError) -> [[SIMD2<Double>]] {
    let coloring = TrackColoring(.vessel, tracks: tracks, time: nil)
    let material = FilmMaterial(tracks: tracks, rule: rule, coloring: coloring, grain: .max)
    var all: [[SIMD2<Double>]] = Array(repeating: [], count: timeline.count)
    var near: Double?
    for vessel in vessels {
      var state = try FilmVessel(vessel, of: tracks, from: .min, lead: 0)
      for frame in 0..<timeline.count {
        let end = timeline.interval(frame).upperBound
        try state.advance(to: end, in: material) { _, _, _ in }
        guard let sight = state.sight(at: end, material) else { continue }
        var x = Double(sight.place.x)
        let world = WebMercator.unitsAcross
        if let near { x += world * ((near - x) / world).rounded() }
        near = x
        all[frame].append(SIMD2(x, Double(TrackPoint.worldY(sight.place.y))))
      }
      // The next vessel is near where this one began.
      near = all.first { !$0.isEmpty }?[0].x
    }
    return all
  }
}
