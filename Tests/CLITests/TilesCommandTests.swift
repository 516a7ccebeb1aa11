import CSQLite
import Digest
import Foundation
import Geography
import Testing

@Suite("The tiles command keeps its contract")
struct TilesCommandTests {
  @Test("folder, MBTiles and PMTiles hold the same tiles, and verify says that each is sound")
  func containers() throws {
    let folder = try Sample.folder()
    let made = try MadeTiles.make([], in: folder)
    for name in ["t.mbtiles", "t.pmtiles"] { _ = try MadeTiles.make([], in: folder, name: name) }
    for name in ["t", "t.mbtiles", "t.pmtiles"] {
      let outcome = try Program.run(["verify", name, "--json"], in: folder)
      let tiles = try #require(outcome.json?["tiles"] as? [String: Any], "\(outcome.complaint)")
      #expect(outcome.code == 0 && outcome.json?["sound"] as? Bool == true)
      #expect((tiles["by_zoom"] as? [String: Int])?.values.reduce(0, +) == made.tiles.count, "\(name)")
    }
    #expect(folder.names == ["s.csv", "t", "t.legend.png", "t.mbtiles", "t.pmtiles"])
    // Tiles follow the room of header and root directory, by their numbers.
    let archive = try #require(folder.bytes("t.pmtiles"))
    let tiles = made.tiles.compactMap(made.png).reduce(Data(), +)
    #expect(archive.count > 16_384 + tiles.count && archive[16_384..<16_384 + tiles.count] == tiles)
    let rows = MBTilesRows(path: folder.url.appendingPathComponent("t.mbtiles").path).tiles
    #expect(rows == Dictionary(uniqueKeysWithValues: made.tiles.map { ($0, made.png($0) ?? Data()) }))
  }

  @Test("threads, memory and the order of inputs do not change a byte", arguments: ["t", "t.mbtiles", "t.pmtiles"])
  func sameBytes(name: String) throws {
    let folder = try Scratch()
    try folder.write(Sample.header + Sample.rows(0..<30), to: "p.csv")
    try folder.write(Sample.header + Sample.rows(30..<60), to: "q.csv")
    try folder.write(Sample.events, to: "e.json")
    func bytes(_ options: [String], of inputs: [String] = ["p.csv", "q.csv"]) throws -> [String: Data] {
      let layers = ["--layer", "density", "--layer", "tracks", "--layer", "events", "e.json", "--smooth", "2px"]
      let made = try MadeTiles.make(["-f"] + layers + options, of: inputs, in: folder, name: name)
      var all = name == "t" ? made.contents : [name: try #require(folder.bytes(name))]
      all["legend"] = folder.bytes("t.legend.png")
      return all
    }
    let first = try bytes(["--threads", "1"])
    #expect(first.count > 1)
    for options in [["--threads", "2"], ["--threads", "5"], ["--memory", "1MB"]] {
      #expect(try bytes(options) == first, "\(options)")
    }
    #expect(try bytes(["--threads", "2"], of: ["q.csv", "p.csv"]) == first)
  }

  @Test("the summary's sums hold and its outputs are what was written")
  func json() throws {
    let folder = try Sample.folder()
    let outcome = try Program.run(
      [
        "tiles", "s.csv", "--json", "-q", "-z", "11", "-o", "t.pmtiles", "--save-scale", "c.json", "--rejects", "r.csv",
      ],
      in: folder)
    #expect(outcome.code == 0 && outcome.complaint.isEmpty, "\(outcome.complaint)")
    let summary = try #require(outcome.json)
    for key in [
      "command", "version", "inputs", "rows", "vessels", "segments", "gaps", "time", "bbox", "hours", "tiles",
      "outputs",
      "stages", "elapsed_s",
    ] { #expect(summary[key] != nil, "\(key)") }
    #expect(summary["command"] as? String == "tiles")
    let tiles = try #require(summary["tiles"] as? [String: Any])
    let zooms = try #require(tiles["by_zoom"] as? [String: Int])
    #expect(Set(zooms.keys) == Set((0...11).map { "\($0)" }) && zooms.values.allSatisfy { $0 > 0 })
    #expect(tiles["written"] as? Int == zooms.values.reduce(0, +) && tiles["empty"] as? Int != nil)
    let hours = try #require(summary["hours"] as? [String: Double])
    #expect(abs((hours["total"] ?? 0) - 118.0 / 60) < 1e-9 && hours["total"] == hours["inside"])
    let outputs = try #require(summary["outputs"] as? [[String: Any]])
    #expect(outputs.compactMap { $0["path"] as? String } == ["t.pmtiles", "t.legend.png", "c.json", "r.csv"])
    for output in outputs {
      let bytes = try #require(folder.bytes(output["path"] as? String ?? ""))
      #expect(output["bytes"] as? Int == bytes.count)
      #expect(output["sha256"] as? String == SHA256.digest(of: [UInt8](bytes)).hexadecimal)
    }
    let stages = try #require(summary["stages"] as? [String: Double])
    #expect(Set(stages.keys) == ["read_s", "count_s", "draw_s"])
  }

  @Test("without --max-zoom the data choose it, at most 14; twice the tile size is one zoom less")
  func deepestZoom() throws {
    let folder = try Sample.folder()
    let made = try MadeTiles.make([], in: folder)
    let deepest = try #require(made.description["maxzoom"] as? Int)
    #expect((8..<14).contains(deepest) && made.description["minzoom"] as? Int == 0)
    #expect(made.tiles.map(\.zoom).max() == deepest)
    let large = try MadeTiles.make(["--tile-size", "512"], in: folder, name: "large")
    #expect(large.description["maxzoom"] as? Int == deepest - 1 && large.description["tile_size"] as? Int == 512)
    // A ship that hardly moves between two positions could be looked at from ever nearer.
    let slow = (0..<60).map { String(format: "211000001,2024-03-01T12:%02d:00Z,%.6f,8\n", $0, 54 + Double($0) * 4e-4) }
    let slowest = (0..<60).map {
      String(format: "211000001,2024-03-01T12:00:%02dZ,%.6f,8\n", $0, 54 + Double($0) * 1e-5)
    }
    for rows in [slow, slowest] {
      try folder.write(Sample.header + rows.joined(), to: "slow.csv")
      let set = try MadeTiles.make(["-f", "-Z", "10"], of: ["slow.csv"], in: folder, name: "slow")
      let zoom = try #require(set.description["maxzoom"] as? Int)
      #expect(rows == slow ? (deepest...14).contains(zoom) : zoom == 14)
    }
  }

  @Test("a box keeps whole tiles that meet it, and a note says where nothing more is to be seen")
  func box() throws {
    let folder = try Sample.folder()
    let all = try MadeTiles.make(["-z", "11", "--save-scale", "c.json"], in: folder)
    let east = try MadeTiles.make(
      ["-z", "11", "--bbox", "8.0859375,53,9,55", "--measure", "hours", "--use-scale", "c.json"], in: folder,
      name: "east")
    let kept = all.tiles.filter { $0.zoom < 11 || $0.x >= 1070 }
    #expect(kept.count < all.tiles.count && east.tiles == kept)
    for tile in kept { #expect(try all.pixels(tile, size: 256) == east.pixels(tile, size: 256)) }
    let outcome = try Program.run(["tiles", "s.csv", "-o", "far.pmtiles", "--bbox", "100,0,101,1"], in: folder)
    #expect(outcome.code == 0 && outcome.complaint.contains("note: nothing is to be seen in the box beyond zoom 1"))
    let verified = try Program.run(["verify", "far.pmtiles", "--json"], in: folder)
    #expect(verified.json?["maxzoom"] as? Int == 1)
  }

  @Test("a scale goes from tiles to tiles and to a picture; --range fixes its ends")
  func scales() throws {
    let folder = try Sample.folder()
    let measure = ["--measure", "positions"]
    let made = try MadeTiles.make(measure + ["-z", "9", "--save-scale", "a.json"], in: folder)
    let again = try MadeTiles.make(measure + ["-z", "9", "--use-scale", "a.json"], in: folder, name: "again")
    for tile in made.tiles { #expect(try made.pixels(tile, size: 256) == again.pixels(tile, size: 256)) }
    let picture = try Program.run(
      ["heatmap", "s.csv", "-o", "a.png", "--use-scale", "a.json", "--save-scale", "b.json"] + measure + Sample.frame,
      in: folder)
    #expect(picture.code == 0 && folder.bytes("b.json") == folder.bytes("a.json"), "\(picture.complaint)")
    _ = try MadeTiles.make(["-z", "9", "--range", "0.5,8", "--save-scale", "c.json"], in: folder, name: "fixed")
    let scale = try JSONSerialization.jsonObject(with: try #require(folder.bytes("c.json"))) as? [String: Any]
    #expect(scale?["minimum"] as? Double == 0.5 && scale?["maximum"] as? Double == 8)
  }
}

/// The tiles of an MBTiles file, rows from the north.
private struct MBTilesRows {
  let path: String

  var tiles: [TileID: Data] {
    var (connection, statement): (OpaquePointer?, OpaquePointer?)
    defer { sqlite3_close_v2(connection) }
    let query = "SELECT zoom_level, tile_column, tile_row, tile_data FROM tiles"
    guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK,
      sqlite3_prepare_v2(connection, query, -1, &statement, nil) == SQLITE_OK
    else { return [:] }
    defer { sqlite3_finalize(statement) }
    var result: [TileID: Data] = [:]
    while sqlite3_step(statement) == SQLITE_ROW {
      let place = (0..<3).map { Int(sqlite3_column_int64(statement, $0)) }
      guard let bytes = sqlite3_column_blob(statement, 3) else { continue }
      let tile = TileID(zoom: place[0], x: place[1], y: (1 << place[0]) - 1 - place[2])
      result[tile] = Data(bytes: bytes, count: Int(sqlite3_column_bytes(statement, 3)))
    }
    return result
  }
}
