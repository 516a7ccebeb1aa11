import Geography
import Platform
import Raster
import Synchronization

/// The pixels in which a viewport's density is counted, and how counts become values.
struct DensityWindow: Sendable {
  /// What is counted.
  let measure: DensityMeasure
  /// The pixels that are asked for.
  let viewport: Viewport
  /// The part of the viewport that shows each place once; what lies beside it is empty.
  let middle: Viewport
  /// The middle and what smoothing spreads into it.
  let wide: Viewport
  /// The blur; nil where nothing is smoothed.
  let gaussian: GaussianSmoothing?
  /// The worth of a count in each row.
  private let factors: [Double]

  init(_ viewport: Viewport, measure: DensityMeasure, smoothing: SmoothingReach?) {
    self.measure = measure
    self.viewport = viewport
    let middle = DensityWindow.middle(viewport)
    self.middle = middle
    let gaussian = smoothing.map { $0.gaussian(window: middle) }
    self.gaussian = gaussian
    let margin = gaussian?.marginInPixels ?? 0
    wide = Viewport(
      grid: viewport.grid, x: middle.x - margin, y: middle.y - margin, width: middle.width + 2 * margin,
      height: middle.height + 2 * margin)
    factors = (0..<viewport.height).map { DensityUnit.perCount(measure, viewport: viewport, row: $0) }
  }

  /// By how many pixels the counted window is larger than the middle on each side.
  var margin: Int { gaussian?.marginInPixels ?? 0 }

  /// A grid for the counts of a viewport's pixels.
  static func emptyGrid(_ viewport: Viewport, measure: DensityMeasure) -> DensityGrid {
    DensityGrid(
      width: viewport.width, height: viewport.height, measure: measure,
      worldWidth: TrackProjector.worldWidth(viewport), fractionBits: viewport.grid.fractionBits)
  }

  /// All of a viewport, or its middle where it is wider than the world.
  private static func middle(_ viewport: Viewport) -> Viewport {
    let world = Int(viewport.grid.worldWidthInPixels.rounded())
    guard viewport.width > world, world >= 1 else { return viewport }
    return Viewport(
      grid: viewport.grid, x: viewport.x + (viewport.width - world) / 2, y: viewport.y, width: world,
      height: viewport.height)
  }

  /// The margins' rows that lie beyond the square world: no tile has them, so none may spread into a picture.
  var rowsBeyondMap: [Int] {
    let top = wide.grid.pixelY(worldY: 0) - Double(wide.y)
    let bottom = wide.grid.pixelY(worldY: WebMercator.unitsAcross) - Double(wide.y)
    return (Array(0..<margin) + Array((wide.height - margin)..<wide.height)).filter {
      Double($0 + 1) <= top || Double($0) >= bottom
    }
  }

  /// The values of the viewport's pixels and their histogram; `grid` is the wide window without rows beyond the map.
  func values(of grid: DensityGrid, threads: Int) -> (values: [Float], histogram: ValueHistogram) {
    let histogram = Mutex(ValueHistogram())
    let isWhole = middle.width == viewport.width
    let values = [Float](unsafeUninitializedCapacity: viewport.width * viewport.height) { values, count in
      preferLargePages(UnsafeMutableRawBufferPointer(values))
      if !isWhole { values.initialize(repeating: 0) }
      func take(_ rows: Range<Int>) {
        var part = ValueHistogram()
        forEachLine(of: grid, rows: rows, columns: [0..<middle.width]) { place, line in
          _ = UnsafeMutableBufferPointer(rebasing: values[place..<place + line.count]).initialize(from: line)
          part.add(line)
        }
        histogram.withLock { $0.merge(part) }
      }
      if gaussian != nil {
        take(0..<viewport.height)
      } else {
        concurrently(threads, count: viewport.height, stride: 64) { _, rows in take(rows) }
      }
      count = viewport.width * viewport.height
    }
    return (values, histogram.withLock { $0 })
  }

  /// Calls `body` with the values of stretches of columns of the middle, in each of some rows from north to south, and
  /// the first one's place among the viewport's pixels, row by row; valid during the call.
  ///
  /// What is smoothed comes whole: all rows and columns.
  func forEachLine(
    of grid: DensityGrid, rows: Range<Int>, columns: [Range<Int>],
    _ body: (_ place: Int, _ values: UnsafeBufferPointer<Float>) -> Void
  ) {
    let first = middle.x - viewport.x
    withUnsafeTemporaryAllocation(of: Float.self, capacity: middle.width) { line in
      if let gaussian {
        gaussian.withRows(of: grid) { row, cells in
          let factor = factors[row]
          for column in 0..<cells.count { line[column] = Float(cells[column] * factor) }
          body(row * viewport.width + first, UnsafeBufferPointer(line))
        }
        return
      }
      grid.withRows(rows) { row, cells in
        let factor = factors[row]
        for run in columns {
          for column in run { line[column] = Float(Double(cells[column]) * factor) }
          body(row * viewport.width + first + run.lowerBound, UnsafeBufferPointer(rebasing: line[run]))
        }
      }
    }
  }
}
