import Platform

/// Says whether a tile set is sound, whoever made it: the front of all checks.
package enum TileSetCheck {
  /// Checks the PMTiles archive, the MBTiles database or the folder of tiles at a path; the kind is found by content.
  ///
  /// Nothing is written. Faults are in the report; throws only where nothing could be checked.
  package static func check(path: String, threads: Int) throws(TileSetUnreadable) -> TileSetReport {
    switch PathKind(of: path) {
    case .missing: throw .missing(reason: systemReason())
    case .special: throw .otherKind(reason: "is neither a file nor a folder")
    case .folder: return try TileFolderCheck.check(path: path, threads: threads)
    case .file: break
    }
    let start = try TileFile.bytes(path, limit: 16)
    if start.starts(with: PMTilesHeader.magic) { return try PMTilesCheck.check(path: path, threads: threads) }
    if start.starts(with: "SQLite format 3".utf8) { return try MBTilesCheck.check(path: path, threads: threads) }
    throw .otherKind(reason: start.isEmpty ? "is empty" : "is no tile set")
  }
}
