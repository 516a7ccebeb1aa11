import CSQLite
import Foundation
import Testing
import Tracks

@Suite("Databases") struct DatabaseTests {
  /// Makes a database by statements, and reads it; `table` goes behind the path.
  private func reading(
    _ statements: [String], table: String? = nil, _ options: ReadOptions = ReadOptions()
  ) throws -> Reading {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("wakeprint-\(UUID().uuidString).db").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try make(path, statements)
    let source = table.map { InputSource.table(path: path, name: $0) } ?? .file(path: path)
    return try Reading(sources: [source], options)
  }

  private func make(_ path: String, _ statements: [String]) throws {
    var database: OpaquePointer?
    #expect(sqlite3_open(path, &database) == SQLITE_OK)
    for statement in statements {
      #expect(sqlite3_exec(database, statement, nil, nil, nil) == SQLITE_OK, "\(statement)")
    }
    sqlite3_close(database)
  }

  private static let ships = [
    "CREATE TABLE ships(mmsi INTEGER, ts TEXT, latitude REAL, longitude REAL, sog REAL, shipname TEXT)",
    "INSERT INTO ships VALUES(219000001, '2021-01-01 00:00:00', 55.1234567, -10.5, 12.3, 'A')",
    "INSERT INTO ships VALUES(219000001, 1609459260, 55.2, -10.5, NULL, 'A')",
    "INSERT INTO ships VALUES('219000002', '2021-01-01T00:00:00Z', '55.3', '-10.5', '', 'B')",
    "INSERT INTO ships VALUES(NULL, '2021-01-01', 1, 2, 3, 'C')",
    "INSERT INTO ships VALUES(219000003, '2021-01-01', NULL, 2, 3, 'C')",
  ]

  @Test("the only table with columns of positions is read, whatever its values' types; a row's line is its number")
  func table() throws {
    let found = try reading(Self.ships + ["CREATE TABLE other(a, b)", "CREATE TABLE empty(x)"])
    #expect(found.formats == ["sqlite"])
    #expect(found.fixes[219_000_001]?.map(\.latitudeE7) == [551_234_567, 552_000_000])
    #expect(found.fixes[219_000_001]?.map { $0.milliseconds - 1_609_459_200_000 } == [0, 60_000])
    #expect(found.fixes[219_000_001]?[0].speedInKnots == 12.3 && found.fixes[219_000_002]?.count == 1)
    #expect(found.rejected.map { "\($0.line) \($0.reason.rawValue)" } == ["4 bad_mmsi", "5 bad_position"])
  }

  @Test("a table or view is named behind a colon; which there are is told where none fits or several do")
  func names() throws {
    let both = Self.ships + ["CREATE VIEW \"odd \"\"name\" AS SELECT * FROM ships WHERE mmsi = 219000001"]
    #expect(try reading(both, table: "odd \"name").all.count == 2)
    let several = #expect(throws: TracksError.self) { _ = try reading(both) }
    #expect(several?.description.contains("has several tables of positions (odd \"name, ships)") == true)
    let none = #expect(throws: TracksError.self) { _ = try reading(both, table: "x") }
    #expect(none?.description.contains("has no table 'x'; its tables are odd \"name, ships") == true)
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("wakeprint-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: root) }
    try Data("mmsi,time,lat,lon\n219000001,1612325100,1,2\n".utf8).write(to: root)
    let table = #expect(throws: TracksError.self) { _ = try Reading(sources: [.table(path: root.path, name: "x")]) }
    #expect(table?.description.contains("is no database, so it has no table 'x'") == true)
    let unfit = #expect(throws: TracksError.self) { _ = try reading(["CREATE TABLE t(a, lat, lon)"]) }
    #expect(unfit?.description.contains("has no table with columns for mmsi, time, lat and lon") == true)
    var options = ReadOptions()
    options.map = [.mmsi: "a", .time: "b"]
    let mapped = ["CREATE TABLE t(a, b, lat, lon)", "INSERT INTO t VALUES(219000001, 1609459200, 1, 2)"]
    #expect(try reading(mapped, options).all.count == 1)
  }

  @Test("a GeoPackage's points are where they say, and a layer in other than degrees is refused")
  func geoPackage() throws {
    func blob(_ x: Double, _ y: Double, isLittle: Bool, envelope: Bool) -> String {
      func bytes(_ value: UInt64, _ count: Int) -> [UInt8] {
        let little = (0..<count).map { UInt8(value >> (8 * UInt64($0)) & 255) }
        return isLittle ? little : little.reversed()
      }
      var all: [UInt8] = [0x47, 0x50, 0, (isLittle ? 1 : 0) | (envelope ? 2 : 0)] + bytes(4326, 4)
      if envelope { for value in [x, x, y, y] { all += bytes(value.bitPattern, 8) } }
      all += [isLittle ? 1 : 0] + bytes(1, 4) + bytes(x.bitPattern, 8) + bytes(y.bitPattern, 8)
      return "x'" + all.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "'"
    }
    func layer(_ system: Int) -> [String] {
      [
        "CREATE TABLE gpkg_geometry_columns(table_name, column_name, geometry_type_name, srs_id, z, m)",
        "INSERT INTO gpkg_geometry_columns VALUES('fleet', 'geom', 'POINT', \(system), 0, 0)",
        "CREATE TABLE fleet(fid INTEGER PRIMARY KEY, geom BLOB, mmsi INTEGER, timestamp TEXT)",
        "INSERT INTO fleet VALUES(1, \(blob(10.25, 55.5, isLittle: true, envelope: false)), 219000001, '2021-01-01T00:00:00Z')",
        "INSERT INTO fleet VALUES(2, \(blob(-179.5, -1, isLittle: false, envelope: true)), 219000001, '2021-01-01T00:01:00Z')",
        "INSERT INTO fleet VALUES(3, x'4750', 219000001, '2021-01-01T00:02:00Z')",
      ]
    }
    let found = try reading(layer(4326))
    #expect(found.formats == ["geopackage"])
    #expect(found.all.map(\.longitudeE7) == [102_500_000, -1_795_000_000])
    #expect(found.all.map(\.latitudeE7) == [555_000_000, -10_000_000])
    #expect(found.rejected.map(\.reason) == [.badPosition])
    let mercator = #expect(throws: TracksError.self) { _ = try reading(layer(3857), table: "fleet") }
    #expect(mercator?.description.contains("EPSG:3857") == true)
  }

  @Test("a damaged database, one that never ends, and one in a pipe are refused with a sentence")
  func hostile() throws {
    let bytes = Array("SQLite format 3\0".utf8) + [UInt8](repeating: 7, count: 5_000)
    let piped = #expect(throws: TracksError.self) { _ = try Reading(sources: [.memory(name: "-", bytes: bytes)]) }
    #expect(piped?.description.contains("can only be read from a file of its own") == true)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("wakeprint-\(UUID().uuidString).db")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data(bytes).write(to: path)
    let damaged = #expect(throws: TracksError.self) { _ = try Reading(sources: [.file(path: path.path)]) }
    #expect(damaged?.description.contains("cannot be read as a database") == true)
    let endless = [
      "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        + "SELECT 219000001 AS mmsi, i + 1609459200 AS time, 91 AS lat, 181 AS lon FROM n"
    ]
    let failure = #expect(throws: TracksError.self) { _ = try reading(endless) }
    #expect(failure?.description.contains("goes on for longer than a file of this size can fill") == true)
  }

  @Test("rows that are still in the log beside a database are not left out without a word")
  func writeAheadLog() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("wakeprint-\(UUID().uuidString).db").path
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
    var database: OpaquePointer?
    #expect(sqlite3_open(path, &database) == SQLITE_OK)
    for statement in ["PRAGMA journal_mode = WAL"] + Self.ships {
      #expect(sqlite3_exec(database, statement, nil, nil, nil) == SQLITE_OK)
    }
    let failure = #expect(throws: TracksError.self) { _ = try Reading(sources: [.file(path: path)]) }
    #expect(failure?.description.contains("write-ahead log") == true)
    // The last to close it takes the log in.
    sqlite3_close(database)
    #expect(try Reading(sources: [.file(path: path)]).ledger.accepted > 0)
  }

  @Test("a database is closed when it has been read, whether to its end or not")
  func closed() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wakeprint-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (ships, damaged) = (folder.appendingPathComponent("a.db").path, folder.appendingPathComponent("b.db").path)
    try make(ships, Self.ships)
    try Data(Array("SQLite format 3\0".utf8) + [UInt8](repeating: 7, count: 5_000)).write(
      to: URL(fileURLWithPath: damaged))
    for _ in 0..<20 {
      _ = try Reading(sources: [.file(path: ships)])
      #expect(throws: TracksError.self) { _ = try Reading(sources: [.file(path: damaged)]) }
      #expect(throws: TracksError.self) { _ = try Reading(sources: [.table(path: ships, name: "none")]) }
    }
    // Other tests open and close files meanwhile, but none of these.
    let files = [ships, damaged].map { path in
      var status = stat()
      #expect(stat(path, &status) == 0)
      return status
    }
    let open = (Int32(0)..<4_096).count { descriptor in
      var status = stat()
      return fstat(descriptor, &status) == 0
        && files.contains { $0.st_ino == status.st_ino && $0.st_dev == status.st_dev }
    }
    #expect(open == 0)
  }
}
