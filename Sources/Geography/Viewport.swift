/// A rectangle of whole pixels in a `PixelGrid`: what a picture shows.
public struct Viewport: Hashable, Sendable {
  /// The grid whose pixels these are.
  public let grid: PixelGrid
  /// Grid x of the westernmost column.
  public let x: Int
  /// Grid y of the northernmost row.
  public let y: Int
  /// Columns.
  public let width: Int
  /// Rows.
  public let height: Int

  /// A rectangle of a grid's pixels from its north-west corner and size.
  public init(grid: PixelGrid, x: Int, y: Int, width: Int, height: Int) {
    self.grid = grid
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The smallest frame of `width` x `height` pixels' shape that holds a box whole, centred on it.
  ///
  /// One axis fits the box exactly, the other grows; nothing is stretched. Where the frame would show more than one
  /// world's width, the scale is rounded so that the world is a whole number of pixels wide.
  /// A box without extent is given 0.02 degrees.
  public init(fitting box: BoundingBox, width: Int, height: Int) {
    let least = 0.02 / 360 * WebMercator.unitsAcross
    let left = WebMercator.x(longitude: box.west)
    let top = WebMercator.y(latitude: box.north)
    let bottom = WebMercator.y(latitude: box.south)
    let across = box.widthInDegrees / 360 * WebMercator.unitsAcross
    let boxWidth = across > 0 || bottom > top ? max(across, 1) : least
    let boxHeight = across > 0 || bottom > top ? max(bottom - top, 1) : least
    var scale = min(Double(width) / boxWidth, Double(height) / boxHeight)
    if Double(width) > scale * WebMercator.unitsAcross {
      let worldInPixels = max((scale * WebMercator.unitsAcross).rounded(.down), 1)
      scale = worldInPixels / WebMercator.unitsAcross
    }
    self.init(
      grid: PixelGrid(
        originX: left + across / 2 - Double(width) / 2 / scale,
        originY: (top + bottom) / 2 - Double(height) / 2 / scale,
        pixelsPerUnit: scale),
      x: 0, y: 0, width: width, height: height)
  }

  /// The pixels of the tile pyramid at a zoom that cover a box: the box rounded outward to whole pixels.
  ///
  /// An edge within 1e-6 of a pixel's border is that border. The result is at least one pixel each way.
  public init(zoom: Int, covering box: BoundingBox) {
    self.init(grid: PixelGrid(zoom: zoom), covering: box)
  }

  /// The pixels of a grid that cover a box: the box rounded outward to whole pixels.
  ///
  /// An edge within 1e-6 of a pixel's border is that border. The result is at least one pixel each way.
  public init(grid: PixelGrid, covering box: BoundingBox) {
    let left = grid.pixelX(worldX: WebMercator.x(longitude: box.west))
    let right = left + box.widthInDegrees / 360 * grid.worldWidthInPixels
    let top = grid.pixelY(worldY: WebMercator.y(latitude: box.north))
    let bottom = grid.pixelY(worldY: WebMercator.y(latitude: box.south))
    let x = Int((left + 1e-6).rounded(.down))
    let y = Int((top + 1e-6).rounded(.down))
    self.init(
      grid: grid, x: x, y: y,
      width: max(Int((right - 1e-6).rounded(.up)) - x, 1),
      height: max(Int((bottom - 1e-6).rounded(.up)) - y, 1))
  }

  /// The box that the pixels cover, edges of the outermost pixels; longitudes brought into -180...180.
  public var boundingBox: BoundingBox {
    let west = WebMercator.longitude(x: grid.worldX(pixelX: Double(x)))
    let east = WebMercator.longitude(x: grid.worldX(pixelX: Double(x + width)))
    let north = WebMercator.latitude(y: max(grid.worldY(pixelY: Double(y)), 0))
    let south = WebMercator.latitude(
      y: min(grid.worldY(pixelY: Double(y + height)), WebMercator.unitsAcross))
    guard east - west < 360 else {
      return BoundingBox(west: -180, south: south, east: 180, north: north)
    }
    let wrappedEast = BoundingBox.wrapped(east)
    return BoundingBox(
      west: BoundingBox.wrapped(west), south: south, east: wrappedEast == -180 ? 180 : wrappedEast,
      north: north)
  }

  /// Latitude in degrees of a row's upper edge; `row` may be `height` for the lower edge of the last.
  public func latitude(ofEdge row: Int) -> Double {
    WebMercator.latitude(y: grid.worldY(pixelY: Double(y + row)))
  }
}
