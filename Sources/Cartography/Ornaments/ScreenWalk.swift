import Geography
import Raster
import Tracks

/// Projects a vessel's fixes one after another into a viewport, the shorter way round from each to the next.
struct ScreenWalk {
  private let viewport: Viewport
  private var x: Double?

  /// A walk that has not begun.
  init(_ viewport: Viewport) { self.viewport = viewport }

  /// The pixel of the next fix from the viewport's upper left corner; the first is taken in the copy of the world whose
  /// middle is nearest to the viewport's.
  mutating func place(of fix: Fix) -> Point {
    let grid = viewport.grid
    let world = grid.worldWidthInPixels
    var pixel = grid.pixelX(worldX: WebMercator.x(longitude: fix.longitude)) - Double(viewport.x)
    let near = x ?? Double(viewport.width) / 2
    pixel += world * ((near - pixel) / world).rounded()
    x = pixel
    return Point(
      x: pixel, y: grid.pixelY(worldY: WebMercator.y(latitude: fix.latitude)) - Double(viewport.y))
  }
}
