/// An endless grid of square pixels laid over the Web Mercator world, continued east and west beyond it.
///
/// Pixel (0, 0) has its north-west corner at the origin; x runs east, y south. Everything that is drawn is drawn
/// in the coordinates of one grid, so a window of pixels never depends on which other pixels are drawn.
public struct PixelGrid: Hashable, Sendable {
  /// World x of the origin, in units of `WebMercator`.
  public let originX: Double
  /// World y of the origin, in units of `WebMercator`.
  public let originY: Double
  /// Pixels to a world unit.
  public let pixelsPerUnit: Double

  /// A grid from its origin and scale in world units.
  public init(originX: Double, originY: Double, pixelsPerUnit: Double) {
    self.originX = originX
    self.originY = originY
    self.pixelsPerUnit = pixelsPerUnit
  }

  /// The grid of the tile pyramid at a zoom: the world is `tileSize * 2^zoom` pixels wide, the origin its corner.
  public init(zoom: Int, tileSize: Int = 256) {
    self.init(
      originX: 0, originY: 0,
      pixelsPerUnit: Double(tileSize) * Double(sign: .plus, exponent: zoom, significand: 1)
        / WebMercator.unitsAcross)
  }

  /// Binary digits behind the point of coordinates in this grid, 7...32.
  ///
  /// The grids of tile pyramids share one lattice, 2^40 units across the world (36 micrometres), so that a place is the
  /// same number at every zoom and a parent's pixel is exactly its four children. Other grids use 1/65,536 pixel.
  public var fractionBits: Int64 {
    let width = worldWidthInPixels
    guard originX == 0, originY == 0, width.significand == 1, (8...33).contains(Int(width.exponent)) else { return 16 }
    return 40 - Int64(width.exponent)
  }

  /// Width of the world in pixels; whole on a tile pyramid's grid.
  public var worldWidthInPixels: Double { pixelsPerUnit * WebMercator.unitsAcross }

  /// Pixel x (edges between pixels are whole numbers) of a world x.
  @inlinable public func pixelX(worldX: Double) -> Double { (worldX - originX) * pixelsPerUnit }

  /// Pixel y (edges between pixels are whole numbers) of a world y.
  @inlinable public func pixelY(worldY: Double) -> Double { (worldY - originY) * pixelsPerUnit }

  /// World x of a pixel x.
  @inlinable public func worldX(pixelX: Double) -> Double { originX + pixelX / pixelsPerUnit }

  /// World y of a pixel y.
  @inlinable public func worldY(pixelY: Double) -> Double { originY + pixelY / pixelsPerUnit }
}
