import Geography
import Raster

/// What one count of a density is worth.
enum DensityUnit {
  /// The worth of a count in a row of a viewport: for hours, hours per km2 of the row's pixels on the ellipsoid; else 1.
  static func perCount(_ measure: DensityMeasure, viewport: Viewport, row: Int) -> Double {
    guard measure == .hours else { return 1 }
    let area = Ellipsoid.areaInSquareKilometres(
      south: viewport.latitude(ofEdge: row + 1), north: viewport.latitude(ofEdge: row),
      longitudeSpan: 360 / viewport.grid.worldWidthInPixels)
    return area > 0 ? 1 / (3_600_000 * area) : 0
  }
}
