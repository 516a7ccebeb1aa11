/// How a tile's rows are compressed.
package enum TileDeflate: Hashable, Sendable {
  /// Runs and one Huffman code, our own (`RunDeflater`).
  case runs
  /// libdeflate at a level of 1...12.
  case library(level: Int)
}
