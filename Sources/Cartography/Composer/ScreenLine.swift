import Geography
import Raster

/// Projects lines of places into a viewport, unwrapped, in the copy of the world nearest to its middle.
struct ScreenLine {
  private let viewport: Viewport

  /// A projection into a viewport.
  init(_ viewport: Viewport) { self.viewport = viewport }

  /// Pixels from the viewport's upper left corner of each place; the shorter way round from each to the next, with the
  /// middle one in the nearest copy.
  func pixels(_ line: [Coordinate]) -> [Point] {
    let grid = viewport.grid
    let world = grid.worldWidthInPixels
    var pixels: [Point] = []
    for place in line {
      var x = grid.pixelX(worldX: WebMercator.x(longitude: place.longitude)) - Double(viewport.x)
      if let last = pixels.last { x += world * ((last.x - x) / world).rounded() }
      pixels.append(Point(x: x, y: grid.pixelY(worldY: WebMercator.y(latitude: place.latitude)) - Double(viewport.y)))
    }
    guard !pixels.isEmpty else { return [] }
    let shift = world * ((Double(viewport.width) / 2 - pixels[pixels.count / 2].x) / world).rounded()
    return pixels.map { Point(x: $0.x + shift, y: $0.y) }
  }
}
