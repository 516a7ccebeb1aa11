/// Why a path could not be checked at all.
package enum TileSetUnreadable: Error, Hashable, Sendable {
  /// Nothing stands there, or it cannot be opened; `reason` is the system's.
  case missing(reason: String)
  /// It is something else than a tile set.
  case otherKind(reason: String)
  /// Reading failed midway; `reason` is the system's.
  case readFailed(reason: String)

  /// What is wrong and what to do; without the path, which stands before it.
  package var sentence: String {
    switch self {
    case .missing(let reason): "cannot be opened (\(reason)); give a file or folder of tiles"
    case .otherKind(let reason):
      "\(reason); give a .pmtiles file, an .mbtiles file, or a folder {z}/{x}/{y}.png with tiles.json"
    case .readFailed(let reason): "could not be read to its end (\(reason)); copy or fetch it again"
    }
  }
}
