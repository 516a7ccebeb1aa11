import Export

/// All that is in a PMTiles archive, for tests.
struct PMTilesReading {
  let header: PMTilesHeader
  /// The metadata's text.
  let metadata: String
  /// The entries of tiles, in the order of the directories.
  private(set) var entries: [PMTilesEntry] = []
  /// How many leaf directories there are.
  private(set) var leafCount = 0
  /// Each tile's bytes, by its number.
  private(set) var tiles: [UInt64: [UInt8]] = [:]

  /// Reads an archive whole.
  init(_ archive: [UInt8]) throws {
    func bytes(_ section: PMTilesHeader.Section) -> [UInt8] {
      Array(archive[Int(section.offset)..<Int(section.offset + section.length)])
    }
    let header = try PMTilesHeader(decoding: archive)
    self.header = header
    metadata = String(decoding: try Gzip.decompress(bytes(header.metadata), limit: 1 << 20), as: UTF8.self)
    for entry in try Self.directory(bytes(header.rootDirectory)) {
      if !entry.isLeaf {
        entries.append(entry)
        continue
      }
      leafCount += 1
      let offset = header.leafDirectories.offset + entry.offset
      entries += try Self.directory(bytes(PMTilesHeader.Section(offset: offset, length: UInt64(entry.length))))
    }
    for entry in entries {
      let offset = header.tileData.offset + entry.offset
      let tile = bytes(PMTilesHeader.Section(offset: offset, length: UInt64(entry.length)))
      for step in 0..<UInt64(entry.runLength) { tiles[entry.tileID + step] = tile }
    }
  }

  private static func directory(_ bytes: [UInt8]) throws -> [PMTilesEntry] {
    try PMTilesDirectory.decode(Gzip.decompress(bytes, limit: 1 << 24))
  }
}
