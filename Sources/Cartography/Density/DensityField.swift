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
    let window = DensityField.windowOfOneWorld(viewport)
    let gaussian = smoothing.map { $0.gaussian(window: window) }
    let margin = gaussian?.marginInPixels ?? 0
    let wide = Viewport(
      grid: viewport.grid, x: window.x - margin, y: window.y - margin, width: window.width + 2 * margin,
      height: window.height + 2 * margin)
    var grid = try DensityField.accumulate(tracks, viewport: wide, measure: measure, rule: rule, threads: threads)
    if margin > 0 { DensityField.clearBeyondMap(&grid, viewport: wide, margin: margin) }
    let inside: Int64
    if measure == .hours {
      inside = DensityField.sum(grid, margin: margin)
    } else {
      let hours = try DensityField.accumulate(
        tracks, viewport: window, measure: .hours, rule: rule, threads: threads)
      inside = DensityField.sum(hours, margin: 0)
    }
    millisecondsInside = inside
    (values, histogram) = DensityField.values(
      grid, gaussian: gaussian, viewport: viewport, window: window, threads: threads)
  }

  /// Where the scale of a smoothed field is to begin and end; nil where nothing was smoothed.
  package var visibleRange: ClosedRange<Double>? { isSmoothed ? histogram.visibleRange : nil }

  /// The part of a viewport that shows each place once: all of it, or its middle where it is wider than the world.
  private static func windowOfOneWorld(_ viewport: Viewport) -> Viewport {
    let world = Int(viewport.grid.worldWidthInPixels.rounded())
    guard viewport.width > world, world >= 1 else { return viewport }
    return Viewport(
      grid: viewport.grid, x: viewport.x + (viewport.width - world) / 2, y: viewport.y, width: world,
      height: viewport.height)
  }

  /// Empties the margins' rows that lie beyond the square world: no tile has them, so none may spread into a picture.
  private static func clearBeyondMap(_ grid: inout DensityGrid, viewport: Viewport, margin: Int) {
    let top = viewport.grid.pixelY(worldY: 0) - Double(viewport.y)
    let bottom = viewport.grid.pixelY(worldY: WebMercator.unitsAcross) - Double(viewport.y)
    for row in Array(0..<margin) + Array((viewport.height - margin)..<viewport.height)
    where Double(row + 1) <= top || Double(row) >= bottom {
      grid.clear(row: row)
    }
  }

  private static func accumulate(
    _ tracks: TrackSet, viewport: Viewport, measure: DensityMeasure, rule: LegRule, threads: Int
  ) throws(TracksError) -> DensityGrid {
    func emptyGrid() -> DensityGrid {
      DensityGrid(
        width: viewport.width, height: viewport.height, measure: measure,
        worldWidth: TrackProjector.worldWidth(viewport), fractionBits: viewport.grid.fractionBits)
    }
    let sum = Mutex<DensityGrid?>(nil)
    try concurrently(threads, claiming: tracks.vesselCount, stride: 16) { claim throws(TracksError) in
      var grid = emptyGrid()
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
    return sum.withLock { $0 } ?? emptyGrid()
  }

  private static func sum(_ grid: DensityGrid, margin: Int) -> Int64 {
    var total: UInt64 = 0
    grid.withRows { row, cells in
      guard row >= margin, row < grid.height - margin else { return }
      for cell in cells[margin..<(grid.width - margin)] { total &+= cell }
    }
    return Int64(total)
  }

  /// The values of the viewport's pixels and their histogram; pixels outside of `window` are empty.
  private static func values(
    _ grid: DensityGrid, gaussian: GaussianSmoothing?, viewport: Viewport, window: Viewport, threads: Int
  ) -> (values: [Float], histogram: ValueHistogram) {
    let histogram = Mutex(ValueHistogram())
    let first = window.x - viewport.x
    let isWhole = window.width == viewport.width
    let values = [Float](unsafeUninitializedCapacity: viewport.width * viewport.height) { values, count in
      preferLargePages(UnsafeMutableRawBufferPointer(values))
      if !isWhole { values.initialize(repeating: 0) }
      func take(_ row: Int, into part: inout ValueHistogram, _ value: (Int) -> Double) {
        let factor = DensityUnit.perCount(grid.measure, viewport: viewport, row: row)
        let start = row * viewport.width + first
        let line = UnsafeMutableBufferPointer(rebasing: values[start..<start + window.width])
        for column in 0..<line.count { line.initializeElement(at: column, to: Float(value(column) * factor)) }
        part.add(UnsafeBufferPointer(line))
      }
      if let gaussian {
        histogram.withLock { whole in
          gaussian.withRows(of: grid) { row, cells in take(row, into: &whole) { cells[$0] } }
        }
      } else {
        concurrently(threads, count: viewport.height, stride: 64) { _, rows in
          var part = ValueHistogram()
          grid.withRows(rows) { row, cells in take(row, into: &part) { Double(cells[$0]) } }
          histogram.withLock { $0.merge(part) }
        }
      }
      count = viewport.width * viewport.height
    }
    return (values, histogram.withLock { $0 })
  }
}
