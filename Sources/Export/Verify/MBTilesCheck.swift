import Database
import Geography
import Platform

/// Checks an MBTiles database (1.3): its own soundness, its metadata, and each of its tiles.
struct MBTilesCheck: ~Copyable {
  private let path: String
  private let database: SQLiteReader
  private let threads: Int
  private var report = TileSetReport(container: .mbtiles)
  private var log = TileFaultLog()
  private var metadata: [String: String] = [:]

  private init(path: String, database: consuming SQLiteReader, threads: Int) {
    self.path = path
    self.database = database
    self.threads = threads
  }

  /// Checks the database at a path.
  static func check(path: String, threads: Int) throws(TileSetUnreadable) -> TileSetReport {
    var report = TileSetReport(container: .mbtiles)
    var log = TileFaultLog()
    do throws(SQLiteReader.Failure) {
      let database = try SQLiteReader(path: path, valueLimit: TileContentCheck.byteLimit)
      var check = MBTilesCheck(path: path, database: database, threads: threads)
      check.run()
      (report, log) = (check.report, check.log)
    } catch {
      log.note(.container, "database", "cannot be opened (\(error.words))")
    }
    report.bytes = fileSize(path)
    (report.faults, report.faultCount) = (log.faults, log.count)
    return report
  }

  private mutating func run() {
    checkDatabase()
    readMetadata()
    let format = checkMetadata()
    var extent = declaredExtent()
    (report.minZoom, report.maxZoom, report.bounds) = (extent.minZoom, extent.maxZoom, extent.bounds)
    extent.settle(at: "metadata", &log)
    checkTiles(extent, format)
    checkNumbers()
  }

  private mutating func checkDatabase() {
    for suffix in ["-journal", "-wal"] where fileSize(path + suffix) > 0 {
      log.note(
        .container, "database",
        "a writer has left \(suffix) beside it, which is not taken in; open it with its writer once")
    }
    query("PRAGMA integrity_check(\(TileFaultLog.listed + 1))", "database") { row, log in
      if let words = row.text(0), words != "ok" { log.note(.container, "database", words) }
    }
  }

  private mutating func readMetadata() {
    var found: [String: String] = [:]
    query("SELECT name, value FROM metadata", "metadata") { row, log in
      guard let name = row.text(0), let value = row.text(1) else {
        return log.note(.container, "metadata", "a row has no name or no value")
      }
      if found.updateValue(value, forKey: name) != nil {
        log.note(.container, "metadata", "\"\(name)\" is there more than once")
      }
    }
    metadata = found
  }

  private mutating func checkMetadata() -> TileFormat {
    for name in ["name", "format"] where metadata[name] == nil {
      log.note(.container, "metadata", "\"\(name)\" is missing, which every set must have")
    }
    guard let name = metadata["format"] else { return formatOfFirstTile() }
    let format = TileFormat(name: name)
    if case .unknown = format {
      report.notes.append("the tiles are \"\(name)\"; their contents were not looked into")
    }
    return format
  }

  /// What the first tile looks like, so that a set that does not name its format is looked into all the same.
  private mutating func formatOfFirstTile() -> TileFormat {
    var start: [UInt8] = []
    query("SELECT tile_data FROM tiles LIMIT 1", "tiles") { row, _ in start = row.blob(0) ?? [] }
    return [.png, .jpeg, .webp, .avif].first { $0.begins(start) } ?? .unknown
  }

  private mutating func declaredExtent() -> TileExtent {
    var extent = TileExtent()
    func zoom(_ name: String, _ log: inout TileFaultLog) -> Int? {
      guard let text = metadata[name] else { return nil }
      let zoom = Int(text)
      if zoom == nil { log.note(.container, "metadata", "\"\(name)\" is \"\(text)\", not a whole number") }
      return zoom
    }
    extent.minZoom = zoom("minzoom", &log)
    extent.maxZoom = zoom("maxzoom", &log)
    if let text = metadata["bounds"] {
      let edges = text.split(separator: ",", omittingEmptySubsequences: false)
        .map { Double(String($0).trimmed) ?? .nan }
      extent.bounds = TileExtent.box(edges)
      if extent.bounds == nil {
        log.note(.container, "metadata", "\"bounds\" is \"\(text)\", not west,south,east,north in degrees")
      }
    }
    return extent
  }

  private mutating func checkTiles(_ extent: TileExtent, _ format: TileFormat) {
    var deepest: Int?
    query("SELECT max(zoom_level) FROM tiles", "tiles") { row, _ in deepest = row.integer(0) }
    let check = TileContentCheck(format: format, compression: format == .vector ? .gzip : .none)
    if !check.isDeep, format != .unknown {
      report.notes.append("the tiles are \(format.words); their contents were not looked into")
    }
    var census = TileCensus(extent, deepest: deepest, format: format)
    var queue = TileContentQueue(check, threads: threads)
    query("SELECT zoom_level, tile_column, tile_row, tile_data FROM tiles", "tiles") { row, log in
      let tile = Self.tile(row)
      let place = tile?.place ?? "zoom \(Self.text(row, 0)), column \(Self.text(row, 1)), row \(Self.text(row, 2))"
      if let tile {
        census.add(tile, &log)
      } else {
        log.note(.number, place, "is no tile; zooms are 0 to 31, columns and rows whole numbers below 2^zoom")
      }
      if let bytes = row.blob(3) {
        queue.add(bytes, at: place, &log)
      } else {
        log.note(.content, place, "has no blob for its bytes")
      }
    }
    queue.flush(&log)
    census.finish(at: "tiles", &log)
    report.tilesByZoom = census.tilesByZoom
    report.contents = queue.contentCount
  }

  /// The tile of a row, whose row counts from the south.
  private static func tile(_ row: SQLiteRow) -> TileID? {
    guard let zoom = row.integer(0), let column = row.integer(1), let fromSouth = row.integer(2),
      (0...TileExtent.deepestZoom).contains(zoom), (0..<1 << zoom).contains(column),
      (0..<1 << zoom).contains(fromSouth)
    else { return nil }
    return TileID(zoom: zoom, x: column, y: (1 << zoom) - 1 - fromSouth)
  }

  private static func text(_ row: SQLiteRow, _ column: Int32) -> String { row.text(column) ?? "null" }

  private mutating func checkNumbers() {
    let query = """
      SELECT zoom_level, tile_column, tile_row, count(*) FROM tiles
      GROUP BY zoom_level, tile_column, tile_row HAVING count(*) > 1
      """
    self.query(query, "tiles") { row, log in
      guard let tile = Self.tile(row), let count = row.integer(3) else { return }
      log.note(.number, tile.place, "is there \(count) times")
    }
  }

  private mutating func query(_ text: String, _ place: String, _ body: (SQLiteRow, inout TileFaultLog) -> Void) {
    var log = self.log
    do throws(SQLiteReader.Failure) {
      try database.rows(text) { row in
        body(row, &log)
        return true
      }
    } catch {
      log.note(.container, place, "cannot be read (\(error.words))")
    }
    self.log = log
  }
}

extension String {
  /// The text without spaces at its ends.
  fileprivate var trimmed: String {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
