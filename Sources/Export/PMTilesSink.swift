import Geography
import JSON

/// Tiles as a PMTiles archive (PMTiles specification, version 3), each content stored once.
///
/// The first 16,384 bytes are left free for header and root directory, whose size is known last; tiles follow as they
/// come, then leaf directories and metadata. So each byte is written once and only the directory is held in memory: 24
/// bytes for each run of tiles, and about 50 for each content. The file appears under its name only when it is whole,
/// see `OutputFile`; it cannot be resumed.
package final class PMTilesSink: TileSink {
  /// By number, so that tiles that are near each other lie near each other.
  package let order = TileOrder.serial

  private struct Place {
    let offset: UInt64
    let length: UInt32
  }

  private let path: String
  private var file: OutputFile?
  private var places: [ContentKey: Place] = [:]
  private var entries: [PMTilesEntry] = []
  private var tileCount: UInt64 = 0

  /// Opens a file for writing; throws as `OutputFile.create`, and for a device.
  package init(path: String, force: Bool) throws(ExportError) {
    self.path = path
    var file = try OutputFile.createOutOfOrder(path: path, force: force)
    try file.write([UInt8](repeating: 0, count: PMTilesHeader.rootLimit))
    self.file = consume file
  }

  /// None: the file is made anew.
  package func holds(_ tile: TileID) -> Bool { false }

  /// Adds a tile's PNG.
  package func add(_ png: [UInt8], at tile: TileID) throws(ExportError) {
    let serial = tile.serial
    let place = try place(of: png)
    tileCount += 1
    if let last = entries.last {
      let next = last.tileID + UInt64(last.runLength)
      precondition(serial >= next, "tiles come by rising number")
      if serial == next, last.offset == place.offset, last.length == place.length, last.runLength < .max {
        entries[entries.count - 1].runLength += 1
        return
      }
    }
    entries.append(PMTilesEntry(tileID: serial, offset: place.offset, length: place.length, runLength: 1))
  }

  /// Writes directories, metadata and header, and gives the file its name.
  package func finish(_ metadata: TileSetMetadata) throws(ExportError) -> TileSinkReport {
    guard var file = file.take() else { throw .writeFailed(path: path, reason: "an earlier write failed") }
    var header = PMTilesHeader(metadata)
    header.addressedTiles = tileCount
    header.tileEntries = UInt64(entries.count)
    header.tileContents = UInt64(places.count)
    header.tileData.offset = UInt64(PMTilesHeader.rootLimit)
    header.tileData.length = UInt64(file.byteCount) - header.tileData.offset

    let directories = try PMTilesDirectories(packing: entries)
    header.leafDirectories = try Self.append(directories.leaves, to: &file)
    header.metadata = try Self.append(Gzip.compress(Array(metadata.pmtilesJSON.text().utf8)), to: &file)
    header.rootDirectory = PMTilesHeader.Section(
      offset: UInt64(PMTilesHeader.byteCount), length: UInt64(directories.root.count))
    try file.overwrite(header.encoded + directories.root, at: 0)

    let report = try file.report()
    try file.commit()
    return report
  }

  /// Where a content lies, which is written unless it has been before.
  private func place(of png: [UInt8]) throws(ExportError) -> Place {
    let key = ContentKey(of: png)
    if let place = places[key] { return place }
    guard var open = file.take() else { throw .writeFailed(path: path, reason: "an earlier write failed") }
    let place = Place(offset: UInt64(open.byteCount - PMTilesHeader.rootLimit), length: UInt32(png.count))
    try open.write(png)
    file = consume open
    places[key] = place
    return place
  }

  private static func append(
    _ bytes: [UInt8], to file: inout OutputFile
  ) throws(ExportError) -> PMTilesHeader.Section {
    let offset = UInt64(file.byteCount)
    try file.write(bytes)
    return PMTilesHeader.Section(offset: offset, length: UInt64(bytes.count))
  }
}

extension PMTilesHeader {
  /// A header that says what a set says of itself; sections and counts are still nothing.
  fileprivate init(_ metadata: TileSetMetadata) {
    self.init()
    minZoom = metadata.minZoom
    maxZoom = metadata.maxZoom
    bounds = metadata.bounds
    center = metadata.center.place
    centerZoom = metadata.center.zoom
  }
}

extension TileSetMetadata {
  /// What a PMTiles archive says in its metadata; zooms, bounds and center stand in the header.
  fileprivate var pmtilesJSON: JSONValue {
    var members: [(String, JSONValue)] = [("name", .string(name)), ("description", .string(description))]
    if !attribution.isEmpty { members.append(("attribution", .string(attribution))) }
    return .object(members + [("type", "overlay"), ("version", "1.0.0")] + own)
  }
}
