import Geography

/// Where a tile's packed cells are.
struct PackedTile: Sendable {
  /// The tile's number among those of its zoom, along the Hilbert curve: the four children of one have consecutive
  /// numbers, its own times four and on.
  let number: UInt64
  /// Where the cells are.
  let place: CellStore.Place
  /// Whether the tile is part of the pyramid, and not only of its ancestors' sums.
  let isWanted: Bool

  init(_ tile: TileID, place: CellStore.Place, isWanted: Bool) {
    number = tile.serial - TileID.first(ofZoom: tile.zoom)
    self.place = place
    self.isWanted = isWanted
  }

  /// The tile, at the zoom that it belongs to.
  func tile(zoom: Int) -> TileID {
    TileID(serial: TileID.first(ofZoom: zoom) + number) ?? TileID(zoom: 0, x: 0, y: 0)
  }
}
