/// The tiles of one zoom that meet a box: some columns, going east and maybe round the world, by some rows.
public struct TileRange: Hashable, Sendable {
  /// Zoom of the tiles.
  public let zoom: Int
  /// The westernmost column, 0..<2^zoom.
  public let firstColumn: Int
  /// How many columns go east from there, at most 2^zoom.
  public let columnCount: Int
  /// Rows from the north.
  public let rows: Range<Int>

  /// The tiles that a box reaches into; an edge within 1e-6 of a pixel's border is that border.
  public init(zoom: Int, tileSize: Int, covering box: BoundingBox) {
    let across = 1 << zoom
    let pixels = Viewport(grid: PixelGrid(zoom: zoom, tileSize: tileSize), covering: box)
    let first = TileRange.floor(pixels.x, tileSize)
    let last = TileRange.floor(pixels.x + pixels.width - 1, tileSize)
    self.zoom = zoom
    firstColumn = first & (across - 1)
    columnCount = min(last - first + 1, across)
    let top = min(max(TileRange.floor(pixels.y, tileSize), 0), across - 1)
    rows = top..<min(max(TileRange.floor(pixels.y + pixels.height - 1, tileSize), top), across - 1) + 1
  }

  /// How many tiles there are.
  public var count: Int { columnCount * rows.count }

  /// The tiles, row by row from the north, each from the west.
  public var tiles: [TileID] {
    rows.flatMap { row in
      (0..<columnCount).map { TileID(zoom: zoom, x: (firstColumn + $0) & ((1 << zoom) - 1), y: row) }
    }
  }

  /// Whether a tile of this zoom is one of them.
  public func contains(column: Int, row: Int) -> Bool {
    rows.contains(row) && (column - firstColumn) & ((1 << zoom) - 1) < columnCount
  }

  /// Whether a tile is one of them.
  public func contains(_ tile: TileID) -> Bool { tile.zoom == zoom && contains(column: tile.x, row: tile.y) }

  private static func floor(_ value: Int, _ divisor: Int) -> Int {
    let quotient = value / divisor
    return quotient * divisor > value ? quotient - 1 : quotient
  }
}
