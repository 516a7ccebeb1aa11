/// A square of the tile pyramid: its zoom, its column from the antimeridian eastward and its row from the north.
///
/// At zoom z the world is 2^z tiles wide and high; columns and rows are 0..<2^z.
public struct TileID: Hashable, Sendable {
  /// Zoom, 0...24.
  public let zoom: Int
  /// Column, 0..<2^zoom, eastward from 180 degrees west.
  public let x: Int
  /// Row, 0..<2^zoom, southward from 85.05 degrees north.
  public let y: Int

  /// The deepest zoom of a pyramid.
  public static let deepestZoom = 24

  /// A tile from its zoom, column and row; nothing is checked.
  @inlinable public init(zoom: Int, x: Int, y: Int) {
    self.zoom = zoom
    self.x = x
    self.y = y
  }

  /// The tile that holds this one, one zoom up; zoom 0 has none, and is its own.
  @inlinable public var parent: TileID { zoom == 0 ? self : TileID(zoom: zoom - 1, x: x >> 1, y: y >> 1) }

  /// The tile's pixels in the grid of its zoom.
  public func viewport(tileSize: Int) -> Viewport {
    Viewport(
      grid: PixelGrid(zoom: zoom, tileSize: tileSize), x: x * tileSize, y: y * tileSize, width: tileSize,
      height: tileSize)
  }
}
