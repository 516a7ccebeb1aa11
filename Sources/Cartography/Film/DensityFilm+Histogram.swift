import Geography
import Platform
import Raster
import Synchronization
import Tracks

extension DensityFilm {
  /// The values above 0 of all frames of a film together, from which they have one scale; arguments as for a film.
  ///
  /// It is the sum of the histograms of the frames' `DensityField`s. Each of `threads` workers takes a part of the film;
  /// the result does not depend on how many. Where values are smoothed its `visibleRange` is where the scale is to begin
  /// and end. Reading fixes back from disk may fail.
  package static func histogram(
    _ tracks: TrackSet, viewport: Viewport, measure: DensityMeasure, rule: LegRule, timeline: FilmTimeline,
    window: Int64?, smoothing: SmoothingReach?, threads: Int
  ) throws(TracksError) -> ValueHistogram {
    let sum = Mutex(ValueHistogram())
    let workers = max(threads, 1)
    try concurrently(
      workers, claiming: timeline.count, stride: (timeline.count + workers - 1) / workers
    ) { claim throws(TracksError) in
      while let frames = claim() {
        var film = try DensityFilm(
          tracks, viewport: viewport, measure: measure, rule: rule, timeline: timeline, window: window,
          smoothing: smoothing, from: frames.lowerBound)
        let part = try film.histogram(of: frames)
        sum.withLock { $0.merge(part) }
      }
    }
    return sum.withLock { $0 }
  }

  private mutating func histogram(of frames: Range<Int>) throws(TracksError) -> ValueHistogram {
    unsettle()
    return try window.gaussian == nil ? plainHistogram(of: frames) : smoothedHistogram(of: frames)
  }

  /// Each value counts once for every frame for which a pixel keeps it.
  private mutating func plainHistogram(of frames: Range<Int>) throws(TracksError) -> ValueHistogram {
    var sum = ValueHistogram()
    var latest = [Float](repeating: 0, count: window.viewport.width * window.viewport.height)
    var since = [Int32](repeating: 0, count: latest.count)
    for frame in 0..<frames.count {
      try advance()
      latest.withUnsafeMutableBufferPointer { latest in
        since.withUnsafeMutableBufferPointer { since in
          forEachChange { place, values in
            for offset in 0..<values.count where values[offset] != latest[place + offset] {
              sum.add(Double(latest[place + offset]), count: UInt64(frame - Int(since[place + offset])))
              latest[place + offset] = values[offset]
              since[place + offset] = Int32(frame)
            }
          }
        }
      }
      settle()
    }
    for place in latest.indices {
      sum.add(Double(latest[place]), count: UInt64(frames.count - Int(since[place])))
    }
    return sum
  }

  private mutating func smoothedHistogram(of frames: Range<Int>) throws(TracksError) -> ValueHistogram {
    var sum = ValueHistogram()
    var latest = ValueHistogram()
    for _ in frames {
      try advance()
      if counts.changed.any {
        latest = ValueHistogram()
        forEachChange { _, values in latest.add(values) }
        settle()
      }
      sum.merge(latest)
    }
    return sum
  }
}
