/// A line of a PMTiles directory: a run of tiles with the same bytes, or a leaf directory.
package struct PMTilesEntry: Hashable, Sendable {
  /// `TileID.serial` of the run's first tile, or of the first that the leaf may hold.
  package var tileID: UInt64
  /// First byte, from the begin of the tile data or of the leaf directories.
  package var offset: UInt64
  /// Bytes.
  package var length: UInt32
  /// Tiles in the run, numbered one after the other; 0 for a leaf directory.
  package var runLength: UInt32

  /// An entry from its parts.
  package init(tileID: UInt64, offset: UInt64, length: UInt32, runLength: UInt32) {
    self.tileID = tileID
    self.offset = offset
    self.length = length
    self.runLength = runLength
  }

  /// Whether the entry points to a leaf directory.
  package var isLeaf: Bool { runLength == 0 }
}
