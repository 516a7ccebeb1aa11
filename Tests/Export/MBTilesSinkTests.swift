import Geography
import Testing

import Export

@Suite("Tiles as MBTiles")
struct MBTilesSinkTests {
  let folder = TemporaryFolder()
  let sample: TileSetSample
  private let rows: SQLRows

  init() throws {
    sample = try TileSetSample(count: 300, contents: 5)
    rows = SQLRows(path: folder("a.mbtiles"))
    try sample.fill(MBTilesSink(path: folder("a.mbtiles"), force: false))
  }

  @Test("the tables are those of the specification, and sound")
  func schema() {
    #expect(
      rows.rows("SELECT type, name FROM sqlite_schema ORDER BY type, name") == [
        ["index", "images_id"], ["index", "map_index"], ["index", "metadata_name"], ["table", "images"],
        ["table", "map"], ["table", "metadata"], ["view", "tiles"],
      ])
    #expect(
      rows.rows("SELECT name FROM pragma_table_info('tiles')")
        == [["zoom_level"], ["tile_column"], ["tile_row"], ["tile_data"]])
    #expect(rows.rows("PRAGMA integrity_check") == [["ok"]])
    #expect(rows.rows("PRAGMA application_id") == [["\(0x4d50_4258)"]])
    #expect(rows.rows("PRAGMA journal_mode") == [["delete"]])
  }

  @Test("a content that many tiles have is stored once")
  func once() {
    #expect(rows.rows("SELECT count(*) FROM map") == [["\(sample.tiles.count)"]])
    #expect(rows.rows("SELECT count(*) FROM images") == [["5"]])
    #expect(rows.rows("SELECT count(DISTINCT tile_data) FROM images") == [["5"]])
  }

  @Test("rows count from the south")
  func south() throws {
    let (tile, png) = sample.tiles[sample.tiles.count / 2]
    let row = (1 << tile.zoom) - 1 - tile.y
    #expect(
      rows.blobs(
        "SELECT tile_data FROM tiles WHERE zoom_level = \(tile.zoom) AND tile_column = \(tile.x) AND tile_row = \(row)")
        == [png])
  }

  @Test("the metadata says all that is known")
  func metadata() {
    #expect(
      rows.rows("SELECT name, value FROM metadata") == [
        ["name", "Ships of the \"Sea\""], ["format", "png"], ["bounds", "-170.5,-3.25,-60.0,84.0"],
        ["center", "-115.0,40.0,3"], ["minzoom", "0"], ["maxzoom", "6"], ["type", "overlay"], ["version", "1"],
        ["description", "Hours of ships"], ["attribution", "© everyone"],
        ["json", #"{"tile_size":256,"generator":"wakeprint 1","measure":"hours","gaps":[1,2.5]}"#],
      ])
  }

  @Test("a tile that comes twice is an error of writing that leaves nothing")
  func twice() throws {
    let sink = try MBTilesSink(path: folder("b.mbtiles"), force: false)
    for _ in 0..<2 { try sink.add([1], at: TileID(zoom: 3, x: 2, y: 1)) }
    #expect(throws: ExportError.self) { try sink.finish(sample.metadata) }
    #expect(folder.names == ["a.mbtiles"])
  }

  @Test("a file of another kind is replaced when forced")
  func forced() throws {
    try OutputFile.write([1, 2, 3], to: folder("a.mbtiles"), force: true)
    try sample.fill(MBTilesSink(path: folder("a.mbtiles"), force: true))
    #expect(rows.rows("PRAGMA integrity_check") == [["ok"]])
  }
}
