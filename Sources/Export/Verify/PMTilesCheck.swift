import Geography
import JSON
import Platform

/// Checks a PMTiles archive of version 3: header, metadata, and what the directories lead to.
///
/// Memory holds 24 bytes for each entry, beside the tiles in hand.
struct PMTilesCheck: ~Copyable {
  /// The most bytes that metadata may have here, unpacked.
  private static let metadataLimit = 64 << 20

  private let file: FileHandle
  private let header: PMTilesHeader
  private let threads: Int
  private var report = TileSetReport(container: .pmtiles)
  private var log = TileFaultLog()

  private init(file: consuming FileHandle, header: PMTilesHeader, threads: Int) {
    self.file = file
    self.header = header
    self.threads = threads
  }

  /// Checks the archive at a path.
  static func check(path: String, threads: Int) throws(TileSetUnreadable) -> TileSetReport {
    let file = try TileFile.open(path)
    let size = file.size
    let start = try TileFile.bytes(file, 0..<min(size, PMTilesHeader.byteCount))
    let header: PMTilesHeader
    do throws(ExportError) {
      header = try PMTilesHeader(decoding: start)
    } catch {
      var log = TileFaultLog()
      log.note(.container, "header", error.sentence)
      return report(TileSetReport(container: .pmtiles), bytes: size, log)
    }
    var check = PMTilesCheck(file: file, header: header, threads: threads)
    try check.run()
    return report(check.report, bytes: size, check.log)
  }

  private static func report(_ report: TileSetReport, bytes: Int, _ log: TileFaultLog) -> TileSetReport {
    var report = report
    report.bytes = bytes
    (report.faults, report.faultCount) = (log.faults, log.count)
    return report
  }

  private mutating func run() throws(TileSetUnreadable) {
    var extent = TileExtent(minZoom: header.minZoom, maxZoom: header.maxZoom, bounds: header.bounds)
    (report.minZoom, report.maxZoom, report.bounds) = (extent.minZoom, extent.maxZoom, extent.bounds)
    extent.settle(at: "header", &log)
    checkSections()
    try checkMetadata()
    let format = TileFormat(header.tileType)
    let census = TileCensus(extent, deepest: nil, format: format)
    var walk = PMTilesWalk(header, fileSize: UInt64(file.size), census: census)
    try walk.run(file, &log)
    report.tilesByZoom = walk.census.tilesByZoom
    let distinct = walk.settleContents(&log)
    // What is missing in damaged directories says nothing of the set.
    if walk.isWhole {
      walk.census.finish(at: "header", &log)
      compareCounts(walk, contents: distinct)
    }
    try checkContents(walk.contents, TileContentCheck(format: format, compression: header.tileCompression))
  }

  private mutating func checkSections() {
    let sections = [
      ("root directory", header.rootDirectory), ("metadata", header.metadata),
      ("leaf directories", header.leafDirectories), ("tile data", header.tileData),
    ].filter { $0.1.length > 0 }.sorted { $0.1.offset < $1.1.offset }
    var (end, before) = (UInt64(PMTilesHeader.byteCount), "header")
    for (name, section) in sections {
      if section.offset < end {
        log.note(
          .container, "header",
          "the bytes from \(section.offset) for the \(name) overlap what ends at \(end), the \(before)")
      }
      guard let sectionEnd = section.end, sectionEnd <= UInt64(file.size) else {
        log.note(
          .container, "header",
          "\(section.length) bytes at \(section.offset) for the \(name) reach beyond the file's \(file.size) bytes")
        continue
      }
      (end, before) = (max(end, sectionEnd), name)
    }
    let root = header.rootDirectory
    if root.length == 0 { log.note(.container, "header", "there is no root directory") }
    if (root.end ?? .max) > UInt64(PMTilesHeader.rootLimit) {
      log.note(
        .container, "header",
        "the root directory does not end within the first \(PMTilesHeader.rootLimit) bytes, which readers fetch at once"
      )
    }
  }

  private mutating func checkMetadata() throws(TileSetUnreadable) {
    let section = header.metadata
    guard section.length > 0 else { return log.note(.container, "metadata", "there are none; at least {} is needed") }
    guard let range = section.range(within: UInt64(file.size)) else { return }
    guard range.count <= Self.metadataLimit else {
      return log.note(.container, "metadata", "are too large to be looked into (\(range.count) bytes)")
    }
    let bytes = try TileFile.bytes(file, range)
    do throws(ExportError) {
      let text = try header.internalCompression.unpacked(bytes, limit: Self.metadataLimit)
      do throws(JSONError) {
        if case .object = try JSONValue(parsing: text) { return }
        log.note(.container, "metadata", "are no JSON object")
      } catch {
        log.note(.container, "metadata", error.sentence)
      }
    } catch {
      log.note(.container, "metadata", error.sentence)
    }
  }

  private mutating func compareCounts(_ walk: borrowing PMTilesWalk, contents: Int) {
    for (what, claimed, found) in [
      ("addressed tiles", header.addressedTiles, walk.addressedTiles),
      ("tile entries", header.tileEntries, UInt64(walk.entryCount)),
      ("tile contents", header.tileContents, UInt64(contents)),
    ] where claimed != 0 && claimed != found {
      log.note(.container, "header", "says \(claimed) \(what), but the directories have \(found)")
    }
  }

  private mutating func checkContents(
    _ contents: [PMTilesWalk.Content], _ check: TileContentCheck
  ) throws(TileSetUnreadable) {
    if !check.isDeep { report.notes.append("the tiles are \(check.format.words); their contents were not looked into") }
    var queue = TileContentQueue(check, threads: threads)
    for content in contents {
      let place = TileID(serial: content.tileID)?.place ?? "tile number \(content.tileID)"
      guard content.length <= TileContentCheck.byteLimit else {
        log.note(.content, place, "is too large to be looked into (\(content.length) bytes)")
        continue
      }
      let start = Int(header.tileData.offset + content.offset)
      queue.add(try TileFile.bytes(file, start..<start + Int(content.length)), at: place, &log)
    }
    queue.flush(&log)
    report.contents = queue.contentCount
  }
}
