import Geography
import Platform

/// A walk through all directories of a PMTiles archive, in the order of the tiles' numbers.
struct PMTilesWalk {
  /// Leaf directories below the root that readers follow.
  static let deepestLeaf = 3
  /// The most bytes that a directory may have here, unpacked.
  static let directoryLimit = 64 << 20

  /// Bytes that entries point to.
  struct Content {
    /// First byte, from the begin of the tile data.
    let offset: UInt64
    /// Bytes.
    let length: UInt32
    /// The lowest tile with this content.
    let tileID: UInt64
  }

  private let header: PMTilesHeader
  private let fileSize: UInt64
  /// Bytes of the tile data that the file has.
  private let dataLength: UInt64
  /// What has been counted.
  private(set) var census: TileCensus
  /// Where the contents lie: one for each entry in the order of tiles, and after `settleContents` each once by offset.
  private(set) var contents: [Content] = []
  /// Tiles in all entries.
  private(set) var addressedTiles: UInt64 = 0
  /// Entries of tiles.
  private(set) var entryCount = 0
  /// Whether all directories could be read and all that they point to is there.
  private(set) var isWhole = true
  private var leafBytes: UInt64 = 0
  private var dataEnd: UInt64 = 0
  private var isInOrder = true

  /// A walk that has not begun; the census takes in the tiles.
  init(_ header: PMTilesHeader, fileSize: UInt64, census: TileCensus) {
    self.header = header
    self.fileSize = fileSize
    dataLength = min(header.tileData.length, fileSize - min(fileSize, header.tileData.offset))
    self.census = census
  }

  /// Walks through all directories.
  mutating func run(_ file: borrowing FileHandle, _ log: inout TileFaultLog) throws(TileSetUnreadable) {
    let root = header.rootDirectory
    guard root.length > 0 else { return isWhole = false }
    try read(file, root, "root directory", 0..<TileID.first(ofZoom: TileExtent.deepestZoom + 1), level: 0, &log)
  }

  private mutating func read(
    _ file: borrowing FileHandle, _ section: PMTilesHeader.Section, _ name: String, _ tiles: Range<UInt64>, level: Int,
    _ log: inout TileFaultLog
  ) throws(TileSetUnreadable) {
    // A section beyond the file has been noted already.
    guard let range = section.range(within: fileSize) else { return isWhole = false }
    guard range.count <= Self.directoryLimit else {
      isWhole = false
      return log.note(.directory, name, "is too large to be looked into (\(range.count) bytes)")
    }
    let bytes = try TileFile.bytes(file, range)
    let entries: [PMTilesEntry]
    do throws(ExportError) {
      entries = try PMTilesDirectory.decode(
        try header.internalCompression.unpacked(bytes, limit: Self.directoryLimit))
    } catch {
      isWhole = false
      return log.note(.directory, name, error.sentence)
    }
    if entries.isEmpty { log.note(.directory, name, "is empty; a directory has an entry at least") }
    var next = tiles.lowerBound
    for (index, entry) in entries.enumerated() {
      let place = Self.place(entry, name)
      guard entry.tileID >= next else {
        log.note(.directory, place, "stands behind an entry or run that reaches \(next - 1), or outside its leaf")
        isWhole = false
        continue
      }
      guard entry.tileID < tiles.upperBound, UInt64(entry.runLength) <= tiles.upperBound - entry.tileID else {
        log.note(.directory, place, "reaches beyond the directory's last tile, \(tiles.upperBound - 1)")
        isWhole = false
        continue
      }
      if entry.length == 0 { log.note(.directory, place, "has no bytes") }
      if entry.isLeaf {
        let end = index + 1 < entries.count ? max(entries[index + 1].tileID, entry.tileID) : tiles.upperBound
        try follow(file, entry, place, entry.tileID..<min(end, tiles.upperBound), level: level + 1, &log)
        next = entry.tileID + 1
      } else {
        take(entry, place, &log)
        next = entry.tileID + UInt64(entry.runLength)
      }
    }
  }

  private mutating func follow(
    _ file: borrowing FileHandle, _ entry: PMTilesEntry, _ place: String, _ tiles: Range<UInt64>, level: Int,
    _ log: inout TileFaultLog
  ) throws(TileSetUnreadable) {
    let leaves = header.leafDirectories
    let leaf = PMTilesHeader.Section(offset: entry.offset, length: UInt64(entry.length))
    guard let end = leaf.end, end <= leaves.length, let limit = leaves.end, limit <= fileSize else {
      isWhole = false
      return log.note(.directory, place, "points to a leaf directory beyond those that there are")
    }
    guard level <= Self.deepestLeaf else {
      isWhole = false
      return log.note(.directory, place, "points to a leaf directory \(level) levels below the root; readers follow 3")
    }
    guard !tiles.isEmpty else {
      isWhole = false
      return log.note(.directory, place, "points to a leaf directory for no tile; the next entry begins where it does")
    }
    // Leaves that share bytes could unfold without end.
    leafBytes += leaf.length
    guard leafBytes <= leaves.length, leaf.length > 0 else {
      isWhole = false
      return log.note(.directory, place, "points to a leaf directory whose bytes others use too")
    }
    let section = PMTilesHeader.Section(offset: leaves.offset + leaf.offset, length: leaf.length)
    try read(file, section, "leaf directory at \(leaf.offset)", tiles, level: level, &log)
  }

  private mutating func take(_ entry: PMTilesEntry, _ place: String, _ log: inout TileFaultLog) {
    addressedTiles += UInt64(entry.runLength)
    entryCount += 1
    census.add(serial: entry.tileID, count: UInt64(entry.runLength), &log)
    guard UInt64(entry.length) <= dataLength, entry.offset <= dataLength - UInt64(entry.length) else {
      isWhole = false
      return log.note(
        .directory, place, "points to \(entry.length) bytes at \(entry.offset), beyond the tile data's \(dataLength)")
    }
    if header.isClustered, isInOrder, entry.offset > dataEnd {
      isInOrder = false
      log.note(
        .directory, place,
        "points to byte \(entry.offset) where \(dataEnd) is next, though the header says that contents are in order")
    }
    dataEnd = max(dataEnd, entry.offset + UInt64(entry.length))
    if entry.length > 0 {
      contents.append(Content(offset: entry.offset, length: entry.length, tileID: entry.tileID))
    }
  }

  /// Leaves each content once, by rising offset; gives how many there are.
  mutating func settleContents(_ log: inout TileFaultLog) -> Int {
    contents.sort { ($0.offset, $0.length, $0.tileID) < ($1.offset, $1.length, $1.tileID) }
    var kept = 0
    var end: UInt64 = 0
    for index in contents.indices {
      let content = contents[index]
      let before = kept > 0 ? contents[kept - 1] : nil
      if let before, before.offset == content.offset, before.length == content.length { continue }
      if content.offset < end {
        log.note(
          .directory, TileID(serial: content.tileID)?.place ?? "tile number \(content.tileID)",
          "shares some of its bytes with another tile, at \(content.offset) of the tile data")
      }
      end = max(end, content.offset + UInt64(content.length))
      contents[kept] = content
      kept += 1
    }
    contents.removeSubrange(kept...)
    return kept
  }

  private static func place(_ entry: PMTilesEntry, _ directory: String) -> String {
    let tile = TileID(serial: entry.tileID)?.place ?? "tile number \(entry.tileID)"
    return directory + ", " + tile
  }
}
