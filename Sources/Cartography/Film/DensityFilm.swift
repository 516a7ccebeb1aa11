import Geography
import Raster
import Tracks

/// The density of a film's frames, kept from frame to frame: what a frame costs follows what comes and goes.
///
/// A frame holds the fixes of a window of time that ends with it, half-open, or all from the film's beginning; legs
/// count where both their fixes are in it. Its values are, to the last bit, those of the `DensityField` of these fixes.
package struct DensityFilm: Sendable {
  /// The frame that was reached; one less than the first before that.
  package private(set) var frame: Int
  let window: DensityWindow
  private(set) var counts: DensityFilmCounts
  private let tracks: TrackSet
  private let timeline: FilmTimeline
  /// Milliseconds that a frame looks back; nil for all.
  private let memory: Int64?
  private var vessels: [DensityFilmVessel] = []
  private var projector: TrackProjector
  private var fixes: [Fix] = []
  private var indices: [UInt8] = []
  private var table: ColorScaleTable?

  /// The state before frame `first`, in 0..<timeline.count, with what leads up to it.
  ///
  /// `window` is in milliseconds and not negative; nil counts all from the film's beginning. Reading fixes back from
  /// disk may fail.
  package init(
    _ tracks: TrackSet, viewport: Viewport, measure: DensityMeasure, rule: LegRule, timeline: FilmTimeline,
    window memory: Int64?, smoothing: SmoothingReach?, from first: Int = 0
  ) throws(TracksError) {
    precondition(memory ?? 0 >= 0, "a window has a length")
    self.tracks = tracks
    self.timeline = timeline
    self.memory = memory
    window = DensityWindow(viewport, measure: measure, smoothing: smoothing)
    counts = DensityFilmCounts(window)
    projector = TrackProjector(viewport: window.wide, rule: rule)
    frame = first - 1
    let begin = first > 0 ? span(first - 1).lowerBound : timeline.span.lowerBound
    var number = 0
    for vessel in 0..<tracks.vesselCount {
      vessels.append(
        try DensityFilmVessel(vessel, of: tracks, numbered: number, from: begin, leaves: memory != nil))
      number += tracks.fixCount(ofVessel: vessel)
    }
    if first > 0 {
      frame -= 1
      try advance()
    }
  }

  /// Milliseconds since 1970 of what a frame holds.
  private func span(_ frame: Int) -> Range<Int64> {
    let end = timeline.interval(frame).upperBound
    let begin = timeline.span.lowerBound
    return memory.map { max(begin, end - $0)..<end } ?? begin..<end
  }

  /// Goes on to the next frame. Reading fixes back from disk may fail.
  package mutating func advance() throws(TracksError) {
    frame += 1
    let span = span(frame)
    for index in vessels.indices {
      try vessels[index].advance(to: span, of: tracks, with: &projector, in: &counts, fixes: &fixes)
    }
  }

  /// The counts that values are made of: without rows beyond the map, which smoothing must not see.
  var grid: DensityGrid {
    let beyond = window.rowsBeyondMap
    guard !beyond.isEmpty else { return counts.grid }
    var grid = counts.grid
    for row in beyond { grid.clear(row: row) }
    return grid
  }

  /// A value for each of the viewport's pixels in the present frame, as `DensityField` has them.
  package var values: [Float] { window.values(of: grid, threads: 1).values }

  /// A scale's palette index for each of the viewport's pixels in the present frame, rows from the north.
  ///
  /// What did not change since the last call with the same table is not looked at again.
  package mutating func indices(_ table: ColorScaleTable) -> [UInt8] {
    if self.table != table {
      self.table = table
      counts.changed.mark(all: true)
      indices = [UInt8](repeating: 0, count: window.viewport.width * window.viewport.height)
    }
    var kept: [UInt8] = []
    swap(&kept, &indices)
    kept.withUnsafeMutableBufferPointer { kept in
      forEachChange { place, values in
        table.indices(of: values, into: UnsafeMutableBufferPointer(rebasing: kept[place..<place + values.count]))
      }
    }
    indices = kept
    counts.changed.mark(all: false)
    return indices
  }

  /// Calls `body` with stretches of values that hold all that changed, and the place of each among the pixels.
  func forEachChange(_ body: (_ place: Int, _ values: UnsafeBufferPointer<Float>) -> Void) {
    guard counts.changed.any else { return }
    if window.gaussian != nil {
      window.forEachLine(of: grid, rows: 0..<window.viewport.height, columns: [], body)
    } else {
      counts.changed.forEachRow { rows, columns in
        window.forEachLine(of: counts.grid, rows: rows, columns: columns, body)
      }
    }
  }

  /// Forgets what changed.
  mutating func settle() { counts.changed.mark(all: false) }

  /// Has all looked at again.
  mutating func unsettle() { counts.changed.mark(all: true) }
}
