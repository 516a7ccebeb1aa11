import Geography
import Platform

/// Checks a folder of tiles {z}/{x}/{y} with `tiles.json`, one directory at a time.
///
/// Links are followed; since no more than three levels are, a loop of them ends.
struct TileFolderCheck {
  private let path: String
  private let document: TileJSONDocument
  private var report = TileSetReport(container: .folder)
  private var log: TileFaultLog
  private var census: TileCensus
  private var queue: TileContentQueue

  /// Checks the folder at a path.
  static func check(path: String, threads: Int) throws(TileSetUnreadable) -> TileSetReport {
    guard let names = namesInFolder(path, withHidden: true) else { throw .missing(reason: systemReason()) }
    let zooms = names.compactMap { number($0) }
    // Anything but a file, a pipe say, might never end.
    let hasDocument = if case .file = PathKind(of: path + "/tiles.json") { true } else { false }
    guard hasDocument || !zooms.isEmpty else {
      throw .otherKind(reason: "is a folder with neither tiles.json nor a zoom's folder in it")
    }
    var log = TileFaultLog()
    var document = TileJSONDocument()
    if hasDocument {
      document = TileJSONDocument(try TileFile.bytes(path + "/tiles.json", limit: TileContentCheck.byteLimit), &log)
    } else {
      log.note(.container, "tiles.json", "is missing")
    }
    var check = TileFolderCheck(
      path: path, document: document, deepest: zooms.filter { $0 <= TileExtent.deepestZoom }.max(), threads: threads,
      log: log)
    check.report.bytes = fileSize(path + "/tiles.json")
    try check.run(names)
    return check.report
  }

  private init(path: String, document: TileJSONDocument, deepest: Int?, threads: Int, log: TileFaultLog) {
    self.path = path
    self.document = document
    self.log = log
    var extent = document.extent
    (report.minZoom, report.maxZoom, report.bounds) = (extent.minZoom, extent.maxZoom, extent.bounds)
    extent.settle(at: "tiles.json", &self.log)
    let format = TileFormat(name: document.suffix.split(separator: ".").last.map(String.init) ?? "")
    let check = TileContentCheck(format: format, compression: .unknown)
    if !check.isDeep { report.notes.append("the tiles are \(format.words); their contents were not looked into") }
    census = TileCensus(extent, deepest: deepest, format: format)
    queue = TileContentQueue(check, threads: threads)
  }

  private mutating func run(_ names: [String]) throws(TileSetUnreadable) {
    for name in names where name != "tiles.json" {
      guard let zoom = Self.number(name), zoom <= TileExtent.deepestZoom, isFolder(name) else {
        log.note(.stray, name, "does not belong to the set; remove it")
        continue
      }
      try walk(name, below: 1 << zoom) { check, column, x throws(TileSetUnreadable) in
        guard check.isFolder(column) else {
          return check.log.note(.stray, column, "is no folder of a column; remove it")
        }
        try check.walk(column, below: 1 << zoom, suffix: check.document.suffix) {
          check, file, y throws(TileSetUnreadable) in
          let row = check.document.countsFromSouth ? (1 << zoom) - 1 - y : y
          try check.take(file, TileID(zoom: zoom, x: x, y: row))
        }
      }
    }
    queue.flush(&log)
    census.finish(at: "tiles.json", &log)
    report.tilesByZoom = census.tilesByZoom
    report.contents = queue.contentCount
    (report.faults, report.faultCount) = (log.faults, log.count)
  }

  /// Calls `body` for each name of a folder that is a number below `limit` with a suffix; others are strays.
  private mutating func walk(
    _ folder: String, below limit: Int, suffix: String = "",
    _ body: (inout TileFolderCheck, _ path: String, Int) throws(TileSetUnreadable) -> Void
  ) throws(TileSetUnreadable) {
    guard let names = namesInFolder(path + "/" + folder, withHidden: true) else {
      return log.note(.stray, folder, "cannot be read (\(systemReason()))")
    }
    for name in names {
      let inside = folder + "/" + name
      if let number = Self.number(name, suffix: suffix), number < limit {
        try body(&self, inside, number)
      } else {
        log.note(.stray, inside, "does not belong to the set; remove it")
      }
    }
  }

  private mutating func take(_ file: String, _ tile: TileID) throws(TileSetUnreadable) {
    guard case .file = PathKind(of: path + "/" + file) else {
      return log.note(.stray, file, "is no file of a tile; remove it")
    }
    census.add(tile, &log)
    let size = fileSize(path + "/" + file)
    report.bytes += size
    guard size <= TileContentCheck.byteLimit else {
      return log.note(.content, file, "is too large to be looked into (\(size) bytes)")
    }
    do throws(TileSetUnreadable) {
      queue.add(try TileFile.bytes(path + "/" + file, limit: size), at: file, &log)
    } catch {
      log.note(.content, file, error.sentence)
    }
  }

  private func isFolder(_ name: String) -> Bool {
    if case .folder = PathKind(of: path + "/" + name) { true } else { false }
  }

  /// The number of a name: its digits without needless zeros, and a suffix behind them.
  private static func number(_ name: String, suffix: String = "") -> Int? {
    guard name.hasSuffix(suffix), let number = Int(name.dropLast(suffix.count)), number >= 0,
      "\(number)\(suffix)" == name
    else { return nil }
    return number
  }
}
