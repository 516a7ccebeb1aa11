import Platform
import TestSupport
import Testing

import Export

@Suite("An MBTiles database is sound, or each of its faults is named")
struct MBTilesCheckTests {
  let folder = TemporaryFolder()

  private func faults(_ statements: [String]) -> [String] {
    unlink(folder("a"))
    SampleTiles.makeDatabase(folder("a"), statements)
    return SampleTiles.faults(folder("a"))
  }

  @Test("a sound database is sound, as tables and as a view, and nothing is left beside it")
  func sound() throws {
    let statements = try SampleTiles.statements()
    #expect(faults(statements) == [])
    let report = try TileSetCheck.check(path: folder("a"), threads: 2)
    #expect(report.container == .mbtiles && report.tileCount == 7 && report.contents == 6)
    #expect(report.bounds == SampleTiles.box && report.minZoom == 0 && report.maxZoom == 3)
    let view = [
      "ALTER TABLE tiles RENAME TO all_tiles", "CREATE VIEW tiles AS SELECT * FROM all_tiles",
      "PRAGMA journal_mode=WAL",
    ]
    #expect(faults(statements + view) == [])
    #expect(folder.names == ["a"])
  }

  @Test("metadata that may be missing may be missing")
  func sparse() throws {
    #expect(faults(try SampleTiles.statements(metadata: [("name", "n"), ("format", "png")])) == [])
  }

  /// A statement that spoils the sample, and words of the sentence that says so.
  private static let spoilings: [(String, String)] = [
    ("DELETE FROM metadata WHERE name = 'name'", "\"name\" is missing"),
    ("DELETE FROM metadata WHERE name = 'format'", "\"format\" is missing"),
    (
      "DELETE FROM metadata; UPDATE tiles SET tile_data = X'89504E470D0A1A0A' WHERE zoom_level = 1",
      "tile 1/1/0: not a whole PNG"
    ),
    ("INSERT INTO metadata VALUES ('name', 'again')", "\"name\" is there more than once"),
    ("INSERT INTO metadata VALUES ('name', NULL)", "no value"),
    ("UPDATE metadata SET value = '1,2,3' WHERE name = 'bounds'", "\"bounds\" is \"1,2,3\""),
    ("UPDATE metadata SET value = '0,10,80,nan' WHERE name = 'bounds'", "\"bounds\" is"),
    ("UPDATE metadata SET value = '0,70,80,60' WHERE name = 'bounds'", "the wrong way round"),
    ("UPDATE metadata SET value = 'x' WHERE name = 'minzoom'", "\"minzoom\" is \"x\""),
    ("UPDATE metadata SET value = '2' WHERE name = 'maxzoom'", "tile 3/4/2: lies outside the zooms 0 to 2"),
    ("UPDATE metadata SET value = '40,10,44,60' WHERE name = 'bounds'", "tile 3/5/2: lies outside the bounds"),
    ("UPDATE metadata SET value = 'jpg' WHERE name = 'format'", "does not begin as JPEG"),
    ("UPDATE metadata SET value = 'pbf' WHERE name = 'format'", "is not packed by gzip"),
    ("DROP TABLE metadata", "metadata: cannot be read (no such table: metadata)"),
    ("DROP TABLE tiles", "tiles: cannot be read (no such table: tiles)"),
    ("ALTER TABLE tiles RENAME COLUMN tile_row TO y", "no such column: tile_row"),
    ("DELETE FROM tiles", "there is no tile"),
    ("DELETE FROM tiles WHERE zoom_level = 2", "no tile of zoom 2"),
    ("UPDATE tiles SET tile_row = 8 WHERE zoom_level = 3 AND tile_column = 4", "zoom 3, column 4, row 8: is no tile"),
    ("UPDATE tiles SET tile_column = -1 WHERE zoom_level = 2", "column -1, row 2: is no tile"),
    ("UPDATE tiles SET tile_column = 'a' WHERE zoom_level = 2", "column a, row 2: is no tile"),
    ("UPDATE tiles SET zoom_level = 77 WHERE zoom_level = 2", "zoom 77"),
    ("INSERT INTO tiles SELECT * FROM tiles WHERE zoom_level = 1", "tile 1/1/0: is there 2 times"),
    ("UPDATE tiles SET tile_data = X'' WHERE zoom_level = 1", "tile 1/1/0: has no bytes"),
    ("UPDATE tiles SET tile_data = NULL WHERE zoom_level = 1", "tile 1/1/0: has no blob"),
    ("UPDATE tiles SET tile_data = 'text' WHERE zoom_level = 1", "tile 1/1/0: has no blob"),
    ("UPDATE tiles SET tile_data = X'89504E470D0A1A0A' WHERE zoom_level = 1", "tile 1/1/0: not a whole PNG"),
    (
      """
      DROP TABLE tiles; CREATE VIEW tiles AS SELECT
      0 AS zoom_level, 0 AS tile_column, 0 AS tile_row, zeroblob(67108865) AS tile_data
      """, "tiles: cannot be read (string or blob too big)"
    ),
    (
      """
      DROP TABLE tiles; CREATE VIEW tiles AS WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n) SELECT
      0 AS zoom_level, 0 AS tile_column, 0 AS tile_row, X'00' AS tile_data FROM n
      """, "tiles: cannot be read (it goes on for longer"
    ),
  ]

  @Test("each fault is named by its sentence", arguments: spoilings)
  func spoilt(statement: String, words: String) throws {
    let faults = faults(try SampleTiles.statements() + [statement])
    #expect(faults.contains { $0.contains(words) }, "\(faults)")
  }

  @Test("what an unfinished writer has left is named")
  func journal() throws {
    _ = faults(try SampleTiles.statements())
    try OutputFile.write([1], to: folder("a-journal"), force: false)
    #expect(SampleTiles.faults(folder("a")).first?.contains("left -journal beside it") == true)
  }

  @Test("a path with signs that addresses use is opened all the same")
  func signs() throws {
    SampleTiles.makeDatabase(folder("50%23 ?a=b#c é"), try SampleTiles.statements())
    #expect(SampleTiles.faults(folder("50%23 ?a=b#c é")) == [])
  }

  @Test("a database cut short or with wrong bytes never stops the check")
  func damage() throws {
    var random = SeededGenerator(seed: 8)
    _ = faults(try SampleTiles.statements())
    let bytes = try #require(folder.bytes("a"))
    for count in stride(from: 16, to: bytes.count, by: 97) {
      try OutputFile.write(Array(bytes[..<count]), to: folder("b"), force: true)
      #expect(!SampleTiles.faults(folder("b")).isEmpty, "\(count) bytes")
    }
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        damaged[Int.random(in: 16..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      try OutputFile.write(damaged, to: folder("b"), force: true)
      _ = SampleTiles.faults(folder("b"))
    }
  }
}
