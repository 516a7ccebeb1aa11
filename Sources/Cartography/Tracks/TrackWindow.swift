import Geography
import Raster

/// Where a window of a grid's pixels lies among the units of the world, and where units fall among its pixels.
struct TrackWindow {
  /// World x of the window's edges with the margin around it, unwrapped.
  let west: Int64
  let east: Int64
  /// World y of the window's edges with the margin around it, from the square world's north edge.
  let north: Int64
  let south: Int64

  private let originX: Double
  private let originY: Double
  private let scale: Double
  private let cornerX: Int64
  private let cornerY: Int64
  /// The window and the margin around it in the grid, x and y in units of 2^-fractionBits pixel.
  let columns: ClosedRange<Int64>
  let rows: ClosedRange<Int64>
  /// Length of a gap's dash, in units of 2^-fractionBits pixel.
  let dash: Int64

  /// Places are rounded to 2^-12 pixel, the rasterizer's own grid, before the window's corner is taken off.
  static let fractionBits: Int64 = 12

  /// A window and the margin around it from which lines of a style may reach into it.
  init(_ viewport: Viewport, style: TrackLineStyle) {
    let grid = viewport.grid
    let marginInPixels = style.neighbourhoodInPixels
    dash = style.dashInPixels << Self.fractionBits
    func units(_ value: Double) -> Int64 { Int64(min(max(value, -0x1p60), 0x1p60).rounded(.down)) }
    west = units(grid.worldX(pixelX: Double(viewport.x) - marginInPixels)) - 1
    east = units(grid.worldX(pixelX: Double(viewport.x + viewport.width) + marginInPixels)) + 2
    north = units(grid.worldY(pixelY: Double(viewport.y) - marginInPixels)) - 1
    south = units(grid.worldY(pixelY: Double(viewport.y + viewport.height) + marginInPixels)) + 2
    originX = grid.originX
    originY = grid.originY
    scale = grid.pixelsPerUnit * Double(1 << Self.fractionBits)
    cornerX = Int64(viewport.x) << Self.fractionBits
    cornerY = Int64(viewport.y) << Self.fractionBits
    let margin = Int64(marginInPixels.rounded(.up)) << Self.fractionBits
    columns = (cornerX - margin)...(cornerX + Int64(viewport.width) << Self.fractionBits + margin)
    rows = (cornerY - margin)...(cornerY + Int64(viewport.height) << Self.fractionBits + margin)
  }

  /// The copies of the world in which a piece meets the window and its margin: how many worlds it is to be moved east.
  func copies(of piece: TrackPiece) -> ClosedRange<Int64>? {
    copies(columns: piece.minX...piece.maxX, rows: piece.minY...piece.maxY)
  }

  /// The same for what lies between two unwrapped world x, and two points' y, inclusive.
  func copies(columns: ClosedRange<Int64>, rows: ClosedRange<Int32>) -> ClosedRange<Int64>? {
    guard TrackPoint.worldY(rows.upperBound) >= north, TrackPoint.worldY(rows.lowerBound) <= south else { return nil }
    // The shift rounds down, so the first is rounded up by turning its sign twice.
    let first = 0 - ((columns.upperBound - west) >> 32)
    let last = (east - columns.lowerBound) >> 32
    return first <= last ? first...last : nil
  }

  /// The place in the grid, in units of 2^-fractionBits pixel, of an unwrapped world x and a point's y.
  func place(x: Int64, y: Int32) -> SIMD2<Int64> {
    SIMD2(
      Self.nearest((Double(x) - originX) * scale),
      Self.nearest((Double(TrackPoint.worldY(y)) - originY) * scale))
  }

  /// The window's pixel of a place in the grid.
  func point(_ place: SIMD2<Int64>) -> Point {
    let pixel = 1 / Double(1 << Self.fractionBits)
    return Point(x: Double(place.x &- cornerX) * pixel, y: Double(place.y &- cornerY) * pixel)
  }

  /// The window's pixel of an unwrapped world x and a point's y.
  func point(x: Int64, y: Int32) -> Point { point(place(x: x, y: y)) }

  /// The nearest integer, ties to even, which whole pixels do not change; for |value| < 2^51.
  static func nearest(_ value: Double) -> Int64 {
    let magic = 6_755_399_441_055_744.0
    return Int64(bitPattern: (value + magic).bitPattern) &- Int64(bitPattern: magic.bitPattern)
  }
}
