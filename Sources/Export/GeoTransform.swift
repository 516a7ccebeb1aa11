import Geography

/// Where a picture lies on the projected plane: EPSG:3857 metres, square pixels, north up.
///
/// A picture across the antimeridian goes on beyond 20,037,508 m; the world copy is the one that has the
/// picture's middle in it.
package struct GeoTransform: Hashable, Sendable {
  /// Easting in metres of the west edge of the first column.
  package let west: Double
  /// Northing in metres of the north edge of the first row.
  package let north: Double
  /// Edge of a pixel in metres on the projected plane.
  package let pixelSizeInMetres: Double

  /// The place of a viewport's pixels.
  package init(_ viewport: Viewport) {
    let grid = viewport.grid
    let middle = grid.worldX(pixelX: Double(viewport.x) + Double(viewport.width) / 2)
    let worlds = (middle / WebMercator.unitsAcross).rounded(.up) - 1
    let left = grid.worldX(pixelX: Double(viewport.x)) - worlds * WebMercator.unitsAcross
    west = WebMercator.easting(x: left)
    north = WebMercator.northing(y: grid.worldY(pixelY: Double(viewport.y)))
    pixelSizeInMetres = 2 * WebMercator.halfWorldInMetres / grid.worldWidthInPixels
  }
}
