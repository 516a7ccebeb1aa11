import Geography
import JSON

/// Tiles as an MBTiles file (MBTiles specification 1.3): SQLite, each content stored once.
///
/// The file appears under its name only when it is whole, see `OutputFile`; it cannot be resumed.
package final class MBTilesSink: TileSink {
  /// By zoom, column and row, which is nearly the index's own order.
  package let order = TileOrder.folders

  private let path: String
  private var file: OutputFile?
  private var database: MBTilesDatabase?
  private var contents: Set<ContentKey> = []

  /// Opens a file for writing; throws as `OutputFile.create`, and for a device.
  package init(path: String, force: Bool) throws(ExportError) {
    self.path = path
    let file = try OutputFile.createOutOfOrder(path: path, force: force)
    do throws(SQLiteConnection.Failure) {
      database = try MBTilesDatabase.create(in: file.temporaryPath)
    } catch {
      throw .writeFailed(path: path, reason: error.words)
    }
    self.file = consume file
  }

  /// None: the file is made anew.
  package func holds(_ tile: TileID) -> Bool { false }

  /// Adds a tile's PNG.
  package func add(_ png: [UInt8], at tile: TileID) throws(ExportError) {
    let key = ContentKey(of: png)
    let id = key.hexadecimal
    let isNew = contents.insert(key).inserted
    try fill { database throws(SQLiteConnection.Failure) in
      if isNew { try database.store(png, id: id) }
      try database.place(tile, id: id)
    }
  }

  /// Writes the metadata and the indices, and gives the file its name.
  package func finish(_ metadata: TileSetMetadata) throws(ExportError) -> TileSinkReport {
    try fill { database throws(SQLiteConnection.Failure) in try database.finish(metadata.mbtilesRows) }
    database = nil
    guard var file = file.take() else { throw .writeFailed(path: path, reason: "an earlier write failed") }
    let report = try file.report()
    try file.commit()
    return report
  }

  /// Does a piece of work on the database; after an error it and the temporary file are gone.
  private func fill(
    _ work: (borrowing MBTilesDatabase) throws(SQLiteConnection.Failure) -> Void
  ) throws(ExportError) {
    guard let open = database.take() else { throw .writeFailed(path: path, reason: "an earlier write failed") }
    do throws(SQLiteConnection.Failure) {
      try work(open)
    } catch {
      file = nil
      throw .writeFailed(path: path, reason: error.words)
    }
    database = consume open
  }
}

extension TileSetMetadata {
  /// The rows of an MBTiles file's `metadata`.
  fileprivate var mbtilesRows: [(name: String, value: String)] {
    var rows = [
      (name: "name", value: name), (name: "format", value: "png"),
      (name: "bounds", value: "\(bounds.west),\(bounds.south),\(bounds.east),\(bounds.north)"),
      (name: "center", value: "\(center.place.longitude),\(center.place.latitude),\(center.zoom)"),
      (name: "minzoom", value: "\(minZoom)"), (name: "maxzoom", value: "\(maxZoom)"),
      (name: "type", value: "overlay"), (name: "version", value: "1"),
      (name: "description", value: description),
    ]
    if !attribution.isEmpty { rows.append((name: "attribution", value: attribution)) }
    rows.append((name: "json", value: JSONValue.object(own).text()))
    return rows
  }
}
