import Geography
import Raster

/// How densely places lie, as a smooth surface: each spreads its weight around it as a Gaussian.
///
/// A pixel's value is the same, to the last bit, in every window of a grid. Weights are kept whole: what leaves a window
/// on one side comes into its neighbour. Places beyond the square world's north and south edges are left out.
package struct HotspotSurface: Sendable {
  /// A value for each pixel of the viewport, rows from the north: weight per 1000 km²; 0 where nothing reaches.
  package let values: [Float]
  /// The values above 0.
  package let histogram: ValueHistogram
  /// The height of the heaviest single place that may reach the viewport, in the values' unit.
  package let largestAlone: Double

  /// How far a place is felt, in standard deviations: where its Gaussian ends it is 1/3,000 of its height.
  static let reachInDeviations = 4.0

  /// The surface of places, of whose Gaussians the standard deviation is so many km, and no less than six points.
  ///
  /// `scale` is the number of pixels to a point. Weights that are not above 0 count nothing; they are rounded to
  /// 1/3,600,000.
  package init(
    places: [(Coordinate, weight: Double)], viewport: Viewport, deviationInKilometres: Double, scale: Double = 1
  ) {
    let grid = viewport.grid
    let metres = max(deviationInKilometres, 0) * 1000
    let least = 6 * scale
    let atEquator = SmoothingReach.pixels(ofMetres: metres, latitude: 0, grid: grid)
    let cells = HotspotCells(viewport, deviationInPixels: max(atEquator, least))
    let window = cells.window
    func deviation(_ row: Int) -> Double {
      max(SmoothingReach.pixels(ofMetres: metres, row: row, of: window), least / Double(cells.size))
    }
    let gaussian = GaussianSmoothing(
      rows: window.height, reachInDeviations: Self.reachInDeviations, deviationInPixels: deviation)
    let margin = gaussian.marginInPixels
    let wide = Viewport(
      grid: window.grid, x: window.x - margin, y: window.y - margin, width: window.width + 2 * margin,
      height: window.height + 2 * margin)
    // A place counts as an hour, in the grid's milliseconds: vessel-hours per km² are then places per km².
    let perCount = (0..<wide.height).map { 1000 * DensityUnit.perCount(.hours, viewport: wide, row: $0) }
    var counts = DensityGrid(
      width: wide.width, height: wide.height, measure: .hours, worldWidth: TrackProjector.worldWidth(wide),
      fractionBits: wide.grid.fractionBits)
    var largest = 0.0
    for (place, weight) in places where abs(place.latitude) <= WebMercator.maximumLatitude && weight > 0 {
      let count = Int64((min(weight, 1e9) * 3_600_000).rounded())
      let row = Self.add(place, count: count, to: &counts, wide)
      guard (0..<wide.height).contains(row) else { continue }
      let spread = deviation(row - margin)
      largest = max(largest, Double(count) * perCount[row] / (2 * .pi * spread * spread))
    }
    largestAlone = largest
    var spread = gaussian.values(of: counts)
    for row in 0..<window.height {
      let factor = perCount[row + margin]
      for cell in row * window.width..<(row + 1) * window.width { spread[cell] = Float(Double(spread[cell]) * factor) }
    }
    values = cells.pixels(spread)
    var histogram = ValueHistogram()
    values.withUnsafeBufferPointer { histogram.add($0) }
    self.histogram = histogram
  }

  /// Adds a count at a place, in each copy of the world, and returns the row where it lies, which may be outside.
  private static func add(_ place: Coordinate, count: Int64, to counts: inout DensityGrid, _ wide: Viewport) -> Int {
    let (world, bits) = (EventPlace(place), wide.grid.fractionBits)
    let units = Double(1 << bits)
    let point = PixelPoint(
      x: Int64((wide.grid.pixelX(worldX: Double(world.x)) * units).rounded()) - Int64(wide.x) << bits,
      y: Int64((wide.grid.pixelY(worldY: Double(world.y)) * units).rounded()) - Int64(wide.y) << bits)
    [point, point].withUnsafeBufferPointer { points in
      [count].withUnsafeBufferPointer { counts.addVessel(points: points, legs: $0) }
    }
    return Int(point.y >> bits)
  }
}
