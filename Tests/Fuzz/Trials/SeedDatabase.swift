import CSQLite
import Platform

/// Small sound databases.
enum SeedDatabase {
  /// A table of positions, and a GeoPackage with one.
  static var positions: [[UInt8]] {
    [
      bytes([
        "CREATE TABLE ships(mmsi INTEGER, ts TEXT, latitude REAL, longitude REAL, sog REAL, shipname TEXT)",
        "INSERT INTO ships VALUES(219000001, '2021-01-01 00:00:00', 55.1234567, -10.5, 12.3, 'A')",
        "INSERT INTO ships VALUES(219000001, 1609459260, 55.1235, -10.5, NULL, 'A')",
        "INSERT INTO ships VALUES(NULL, '2021-01-01', 1, 2, 3, 'C')",
      ]),
      bytes([
        "CREATE TABLE gpkg_contents(table_name TEXT, data_type TEXT)",
        "CREATE TABLE gpkg_geometry_columns(table_name TEXT, column_name TEXT)",
        "CREATE TABLE a(fid INTEGER PRIMARY KEY, geom BLOB, mmsi INTEGER, time TEXT)",
        "INSERT INTO gpkg_contents VALUES('a', 'features')", "INSERT INTO gpkg_geometry_columns VALUES('a', 'geom')",
        "INSERT INTO a VALUES(1, X'47500001E61000000101000000000000000000F03F0000000000000040', 219000001, '2021-01-01')",
      ]),
    ]
  }

  /// A set of one tile.
  static var tiles: [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    let picture = SeedTiles.picture.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return bytes([
      "CREATE TABLE metadata (name text, value text)",
      "CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)",
      "INSERT INTO metadata VALUES ('name', 'sample'), ('format', 'png'), ('minzoom', '0'), ('maxzoom', '0')",
      "INSERT INTO metadata VALUES ('bounds', '-180,-85,180,85')",
      "INSERT INTO tiles VALUES (0, 0, 0, X'\(String(decoding: picture, as: UTF8.self))')",
    ])
  }

  /// What statements make of a new database; pages are small, so that mutations meet what matters.
  private static func bytes(_ statements: [String]) -> [UInt8] {
    guard let file = TrialFile([]) else { return [] }
    var database: OpaquePointer?
    guard sqlite3_open(file.path, &database) == SQLITE_OK else { return [] }
    for statement in ["PRAGMA page_size=512", "PRAGMA journal_mode=OFF"] + statements {
      precondition(sqlite3_exec(database, statement, nil, nil, nil) == SQLITE_OK, statement)
    }
    sqlite3_close(database)
    return (try? FileHandle.contents(of: file.path, atMost: 1 << 20)) ?? []
  }
}
