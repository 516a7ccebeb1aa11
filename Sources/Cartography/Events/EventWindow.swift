import Geography
import Raster

/// Where a window of a grid's pixels lies among the units of the world.
struct EventWindow {
  /// The window in the grid's pixels.
  let rect: PixelRect
  /// World x of the window's edges with the margin around it; may lie outside the world.
  let west: Int64
  let east: Int64
  /// World y of the window's edges with the margin around it.
  let north: Int64
  let south: Int64
  private let grid: PixelGrid

  /// A window and a margin around it in pixels.
  init(_ viewport: Viewport, marginInPixels margin: Double) {
    grid = viewport.grid
    rect = PixelRect(x: viewport.x, y: viewport.y, width: viewport.width, height: viewport.height)
    func units(_ value: Double) -> Int64 { Int64(min(max(value, -0x1p50), 0x1p50).rounded(.down)) }
    west = units(grid.worldX(pixelX: Double(rect.x) - margin)) - 1
    east = units(grid.worldX(pixelX: Double(rect.maxX) + margin)) + 2
    north = units(grid.worldY(pixelY: Double(rect.y) - margin)) - 1
    south = units(grid.worldY(pixelY: Double(rect.maxY) + margin)) + 2
  }

  /// How many worlds a place is to be moved east for each of its copies that may meet the window; rising.
  func copies(of place: EventPlace) -> ClosedRange<Int64>? {
    copies(
      columns: min(place.x, place.endX)...max(place.x, place.endX),
      rows: min(place.y, place.endY)...max(place.y, place.endY))
  }

  /// The same for what lies between two world x, and two world y, inclusive.
  func copies(columns: ClosedRange<Int64>, rows: ClosedRange<Int64>) -> ClosedRange<Int64>? {
    guard rows.upperBound >= north, rows.lowerBound <= south else { return nil }
    // The shift rounds down, so the first is rounded up by turning its sign twice.
    let first = 0 - ((columns.upperBound - west) >> 32)
    let last = (east - columns.lowerBound) >> 32
    return first <= last ? first...last : nil
  }

  /// The grid's pixel of a world place in one copy of the world.
  func pixel(x: Int64, y: Int64, copy: Int64) -> Point {
    Point(
      x: grid.pixelX(worldX: Double(x + copy * EventPlace.worldWidth)), y: grid.pixelY(worldY: Double(y)))
  }
}
