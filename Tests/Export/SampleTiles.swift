import CSQLite
import Geography
import Platform

import Export

/// A small sound set of tiles, and the containers it can be put into, whole or spoilt.
enum SampleTiles {
  static let box = BoundingBox(west: 0, south: 10, east: 80, north: 60)

  /// The tiles of zooms 0 to 3 that meet the box, by rising number.
  static let tiles: [TileID] = [
    TileID(zoom: 0, x: 0, y: 0), TileID(zoom: 1, x: 1, y: 0), TileID(zoom: 2, x: 2, y: 1),
    TileID(zoom: 3, x: 4, y: 2), TileID(zoom: 3, x: 4, y: 3), TileID(zoom: 3, x: 5, y: 2), TileID(zoom: 3, x: 5, y: 3),
  ].sorted { $0.serial < $1.serial }

  /// A PNG of one of eight colours.
  static func png(_ number: Int, side: Int = 8, height: Int? = nil) throws -> [UInt8] {
    try PNGEncoder.encodePalette(
      indices: [UInt8](repeating: 0, count: side * (height ?? side)), width: side, height: height ?? side,
      palette: [PaletteEntry(red: UInt8(number % 8 * 30), green: 9, blue: 200)], metadata: PNGMetadata())
  }

  /// Each tile with its own picture; the last two share one.
  static func pictures() throws -> [(tile: TileID, png: [UInt8])] {
    try tiles.enumerated().map { ($1, try png(min($0, tiles.count - 2))) }
  }

  /// Runs statements on a new database.
  static func makeDatabase(_ path: String, _ statements: [String]) {
    var database: OpaquePointer?
    precondition(sqlite3_open(path, &database) == SQLITE_OK)
    defer { sqlite3_close(database) }
    for statement in ["PRAGMA synchronous=OFF"] + statements {
      precondition(sqlite3_exec(database, statement, nil, nil, nil) == SQLITE_OK, statement)
    }
  }

  /// The statements of an MBTiles database, metadata in the order given.
  static func statements(
    metadata: [(String, String)] = [
      ("name", "sample"), ("format", "png"), ("bounds", "0,10,80,60"), ("minzoom", "0"), ("maxzoom", "3"),
    ]
  ) throws -> [String] {
    [
      "CREATE TABLE metadata (name text, value text)",
      "CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)",
    ] + metadata.map { "INSERT INTO metadata VALUES ('\($0)', '\($1)')" }
      + (try pictures()).map { tile, png in
        "INSERT INTO tiles VALUES (\(tile.zoom), \(tile.x), \((1 << tile.zoom) - 1 - tile.y), X'\(hexadecimal(png))')"
      }
  }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  static let tileJSON = """
    {"tilejson": "3.0.0", "tiles": ["{z}/{x}/{y}.png"], "bounds": [0, 10, 80, 60], "minzoom": 0, "maxzoom": 3}
    """

  /// What a check says of a path, a sentence each, or of why it could not be made.
  static func faults(_ path: String, threads: Int = 2) -> [String] {
    do throws(TileSetUnreadable) {
      return try TileSetCheck.check(path: path, threads: threads).faults.map(\.sentence)
    } catch {
      return [error.sentence]
    }
  }
}
