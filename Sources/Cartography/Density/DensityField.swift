import Geography
import Platform
import Raster
import Synchronization
import Tracks

/// The density of a viewport's pixels as numbers, before any colour.
package struct DensityField: Sendable {
  /// What was counted.
  package let measure: DensityMeasure
  /// The pixels.
  package let viewport: Viewport
  /// A value for each pixel, rows from the north: vessel-hours per km2, or a count per pixel; 0 where nothing was.
  package let values: [Float]
  /// The values above 0.
  package let histogram: ValueHistogram
  /// Whether the values were smoothed.
  package let isSmoothed: Bool
  /// Milliseconds of observed legs inside the viewport.
  package let millisecondsInside: Int64

  /// Accumulates all tracks, on `threads` workers; the result does not depend on how many.
  package init(
    _ tracks: TrackSet, viewport: Viewport, measure: DensityMeasure, rule: LegRule, smoothing: SmoothingReach?,
    threads: Int
  ) throws(TracksError) {
    self.measure = measure
    self.viewport = viewport
    isSmoothed = smoothing != nil
    let window = DensityWindow(viewport, measure: measure, smoothing: smoothing)
    var grid = try DensityField.accumulate(
      tracks, viewport: window.wide, measure: measure, rule: rule, threads: threads)
    for row in window.rowsBeyondMap { grid.clear(row: row) }
    let inside: Int64
    if measure == .hours {
      inside = DensityField.sum(grid, margin: window.margin)
    } else {
      let hours = try DensityField.accumulate(
        tracks, viewport: window.middle, measure: .hours, rule: rule, threads: threads)
      inside = DensityField.sum(hours, margin: 0)
    }
    millisecondsInside = inside
    (values, histogram) = window.values(of: grid, threads: threads)
  }

  /// Where the scale of a smoothed field is to begin and end; nil where nothing was smoothed.
  package var visibleRange: ClosedRange<Double>? { isSmoothed ? histogram.visibleRange : nil }

  private static func accumulate(
    _ tracks: TrackSet, viewport: Viewport, measure: DensityMeasure, rule: LegRule, threads: Int
  ) throws(TracksError) -> DensityGrid {
    let sum = Mutex<DensityGrid?>(nil)
    try concurrently(threads, claiming: tracks.vesselCount, stride: 16) { claim throws(TracksError) in
      var grid = DensityWindow.emptyGrid(viewport, measure: measure)
      var scratch: [Fix] = []
      var projector = TrackProjector(viewport: viewport, rule: rule)
      while let range = claim() {
        for vessel in range {
          try tracks.withFixes(ofVessel: vessel, scratch: &scratch) { fixes in
            projector.project(fixes) { grid.addVessel(points: $0, legs: $1) }
          }
        }
      }
      sum.withLock { sum in
        if sum == nil { sum = grid } else { sum?.merge(grid) }
      }
    }
    return sum.withLock { $0 } ?? DensityWindow.emptyGrid(viewport, measure: measure)
  }

  private static func sum(_ grid: DensityGrid, margin: Int) -> Int64 {
    var total: UInt64 = 0
    grid.withRows { row, cells in
      guard row >= margin, row < grid.height - margin else { return }
      for cell in cells[margin..<(grid.width - margin)] { total &+= cell }
    }
    return Int64(total)
  }
}
