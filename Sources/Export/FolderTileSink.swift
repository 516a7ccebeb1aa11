import Digest
import Geography
import JSON
import Platform

/// Tiles as files, `OUT/{z}/{x}/{y}.png`, and `OUT/tiles.json` (TileJSON 3.0.0) that describes them.
///
/// The folder appears under its name only when it is whole, see `OutputFolder`. An interrupted run, killed or stopped
/// with Ctrl-C, leaves what it has made in `.OUT.wakeprint-tmp`; a run of the same job with `resume` keeps the whole
/// tiles of it and ends with the same bytes as one without a stop. After an error, and when the sink is let go without
/// `finish`, nothing is left, except with `resume`, which keeps what is there for the next attempt.
package final class FolderTileSink: TileSink {
  /// How many tiles that are held may be asked for ahead of the next that is added.
  package static let furthestAhead = 65_536

  /// By zoom, column and row, so that each folder is made once.
  package let order = TileOrder.folders

  private struct HeldTile {
    let tile: TileID
    let bytes: Int
    let digest: SHA256Digest
  }

  private let path: String
  private var folder: OutputFolder?
  private var tree: TileTree
  private var lines = SHA256()
  private var byteCount = 0
  private var held: [HeldTile] = []

  /// Opens a folder of tiles for writing.
  ///
  /// `key` identifies the job: equal keys promise equal tiles. With `force` an empty folder or a tile set is replaced,
  /// never anything else. Throws as `OutputFolder.create`.
  package init(path: String, force: Bool, resume: Bool, key: String) throws(ExportError) {
    let folder = try OutputFolder.create(path: path, force: force, resume: resume, key: key)
    self.path = folder.path
    do throws(FileHandle.Failure) {
      tree = try TileTree(in: folder.contents, isSwept: folder.isResumed)
    } catch {
      throw .cannotCreate(path: path, reason: error.words)
    }
    self.folder = consume folder
  }

  /// Whether an interrupted run of this job has left the tile as a whole PNG.
  ///
  /// To be asked in the order of folders, at most `furthestAhead` tiles ahead of the next `add`; a tile that is held
  /// is of the set and need not be added.
  package func holds(_ tile: TileID) throws(ExportError) -> Bool {
    try checkOpen()
    do throws(FileHandle.Failure) {
      guard let bytes = try tree.wholePNG(at: tile) else { return false }
      held.append(HeldTile(tile: tile, bytes: bytes.count, digest: SHA256.digest(of: bytes)))
      if held.count > Self.furthestAhead { try settleHeld(held.count / 2) }
      return true
    } catch {
      throw abandon(error)
    }
  }

  /// Adds a tile's PNG.
  package func add(_ png: [UInt8], at tile: TileID) throws(ExportError) {
    try checkOpen()
    do throws(FileHandle.Failure) {
      try tree.write(png, at: tile)
      let ahead = held.firstIndex { ($0.tile.zoom, $0.tile.x, $0.tile.y) >= (tile.zoom, tile.x, tile.y) }
      try settleHeld(ahead ?? held.count)
      if held.first?.tile == tile { held.removeFirst() }
      try tree.settle(tile)
      note(SHA256.digest(of: png), bytes: png.count, path: TileTree.path(of: tile))
    } catch {
      throw abandon(error)
    }
  }

  /// Writes `tiles.json` and gives the folder its name; the report's hash is that of the lines `SHA256  PATH` of the
  /// tiles in their order and of `tiles.json`, as `sha256sum` writes them.
  package func finish(_ metadata: TileSetMetadata) throws(ExportError) -> TileSinkReport {
    try checkOpen()
    do throws(FileHandle.Failure) {
      try settleHeld(held.count)
      let text = Array((metadata.tileJSON(tiles: "{z}/{x}/{y}.png").text(pretty: true) + "\n").utf8)
      try tree.finish(text)
      note(SHA256.digest(of: text), bytes: text.count, path: TileTree.description)
    } catch {
      throw abandon(error)
    }
    if let folder = folder.take() { try folder.commit() }
    var lines = SHA256()
    swap(&lines, &self.lines)
    return TileSinkReport(bytes: byteCount, sha256: lines.finish().hexadecimal)
  }

  private func checkOpen() throws(ExportError) {
    if folder == nil { throw .writeFailed(path: path, reason: "an earlier write failed") }
  }

  private func settleHeld(_ count: Int) throws(FileHandle.Failure) {
    for tile in held.prefix(count) {
      try tree.settle(tile.tile)
      note(tile.digest, bytes: tile.bytes, path: TileTree.path(of: tile.tile))
    }
    held.removeFirst(count)
  }

  private func note(_ digest: SHA256Digest, bytes: Int, path: String) {
    lines.update(Array("\(digest.hexadecimal)  \(path)\n".utf8))
    byteCount += bytes
  }

  private func abandon(_ failure: FileHandle.Failure) -> ExportError {
    let isOwn = folder?.isOwn ?? false
    folder = nil
    return isOwn ? .writeFailed(path: path, reason: failure.words) : .outputContested(path: path)
  }
}
