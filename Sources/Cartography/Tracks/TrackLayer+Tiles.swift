import Geography
import Platform
import Synchronization

extension TrackLayer {
  /// The tiles of the layer's grid that ink may reach, from the north, each row from the west.
  ///
  /// A tile that only just stays empty may be among them, none that is drawn on is left out. The layer's grid is that of
  /// a tile pyramid with the same tile size.
  package func occupiedTiles(tileSize: Int, threads: Int) -> [TileID] {
    let zoom = Int(log2(grid.worldWidthInPixels / Double(tileSize)).rounded())
    precondition(grid == PixelGrid(zoom: zoom, tileSize: tileSize), "the grid is that of a pyramid of such tiles")
    let across: Int64 = 1 << Int64(zoom)
    let reach = style.reachInPixels / grid.pixelsPerUnit
    let found = Mutex<Set<Int64>>([])
    concurrently(threads, count: traced.pieces.count, stride: 1 << 14) { _, range in
      var tiles: Set<Int64> = []
      var before: Int64 = -1
      for piece in traced.pieces[range] {
        traced.forEachSquare(of: piece, shift: 32 - Int64(zoom), reach: reach) { row, columns in
          guard (0..<across).contains(row) else { return }
          for column in columns.prefix(Int(across)) {
            let tile = row << 32 | (column & (across - 1))
            if tile != before { tiles.insert(tile) }
            before = tile
          }
        }
      }
      found.withLock { $0.formUnion(tiles) }
    }
    return found.withLock { $0.sorted() }.map { TileID(zoom: zoom, x: Int($0 & 0xFFFF_FFFF), y: Int($0 >> 32)) }
  }
}
