import Geography

/// The order in which a container wants its tiles.
package enum TileOrder: Sendable {
  /// By rising `TileID.serial`: zooms in turn, each along the Hilbert curve.
  case serial
  /// By zoom, column and row from the north, so that a folder is finished before the next is begun.
  case folders

  /// Tiles of one zoom in this order.
  package func sorted(_ tiles: [TileID]) -> [TileID] {
    switch self {
    case .serial: tiles.map { (serial: $0.serial, tile: $0) }.sorted { $0.serial < $1.serial }.map(\.tile)
    case .folders: tiles.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    }
  }
}

/// A container of tiles that appears under its name only when it is whole.
///
/// One caller adds each tile once, in the order that the sink declares, and may ask in the same order which tiles an
/// interrupted run has left; identical tiles are stored once where the container can. After an error nothing more can
/// be added. A sink that is let go without `finish`, or that has failed, leaves nothing behind, except a folder that
/// was to resume.
package protocol TileSink: AnyObject {
  /// The order that the sink wants.
  var order: TileOrder { get }

  /// Whether an interrupted run has left this tile, whole, so that it need not be made again; asked before a later
  /// tile is added.
  func holds(_ tile: TileID) throws(ExportError) -> Bool

  /// Adds a tile's PNG.
  func add(_ png: [UInt8], at tile: TileID) throws(ExportError)

  /// Writes what the container says of itself, and gives it its name.
  func finish(_ metadata: TileSetMetadata) throws(ExportError) -> TileSinkReport
}

/// What a sink has written.
package struct TileSinkReport: Sendable, Equatable {
  /// Bytes in all.
  package let bytes: Int
  /// SHA-256 in hexadecimal: of the file; for a folder, of the lines `SHA256  PATH` of all its files in the order
  /// written.
  package let sha256: String

  /// A report from its parts.
  package init(bytes: Int, sha256: String) {
    self.bytes = bytes
    self.sha256 = sha256
  }
}
