import Digest
import Export
import Foundation
import TestSupport
import Testing

@Suite("The map command keeps its contract")
struct MapCommandTests {
  /// Vessels of several flags and types that cross the antimeridian, with silences among the hourly positions.
  static let table: String = {
    var random = SeededGenerator(seed: 0x6D61_7073)
    var text = "mmsi,time,lat,lon,type\n"
    for (number, mmsi) in [211_000_001, 273_000_002, 412_000_003, 538_000_004, 636_000_005, 1].enumerated() {
      var (seconds, north, east) = (
        1_700_000_000 + number * 977, 40 + random.number(-8...8), 180 + random.number(-8...8)
      )
      for _ in 0..<40 {
        let wrapped = east > 180 ? east - 360 : east
        text += "\(mmsi),\(seconds),\(north),\(wrapped),\([70, 80, 30, 60, 52, 0][number])\n"
        let isSilent = Int.random(in: 0..<6, using: &random) == 0
        seconds += isSilent ? 20_000 : Int.random(in: 2_000...3_600, using: &random)
        north += random.number(-1...1) * (isSilent ? 1.5 : 0.3)
        east += random.number(-1...1) * (isSilent ? 3 : 0.5)
      }
    }
    return text
  }()

  static let events = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","id":"e","geometry":{"type":"Point","coordinates":[180,40.98]},"properties":{"type":"encounter",
    "start":"2023-11-15","end":"2023-11-16"}},
    {"type":"Feature","id":"g","geometry":{"type":"LineString","coordinates":[[171,44],[-172,36]]},"properties":
    {"type":"gap","start":"2023-11-15","end":"2023-11-16"}},
    {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[179,38],[179.9,38],[179.9,39],[179,39],[179,38]]]},
    "properties":{"count":7,"hours":40.5,"vessels":7}}]}
    """

  static func folder() throws -> Scratch {
    let folder = try Scratch()
    try folder.write(table, to: "s.csv")
    try folder.write(events, to: "e.json")
    try folder.write("mmsi,name,note\n211000001,NORDLICHT,seen before\n", to: "w.csv")
    return folder
  }

  private static func run(_ arguments: [String], in folder: Scratch) throws {
    let outcome = try Program.run(arguments + ["-q"], in: folder)
    #expect(outcome.code == 0, "\(outcome.complaint)")
  }

  /// Whole tiles of zoom 5 about the antimeridian: columns 28 to 35, rows 10 to 13, which are also whole 512-pixel tiles.
  private static let frame: [String] = {
    func latitude(_ row: Double) -> Double { atan(sinh(.pi * (1 - row / 16))) * 180 / .pi }
    return ["--bare", "--zoom", "5", "--bbox", "135,\(latitude(14)),-135,\(latitude(10))"]
  }()

  /// What a map draws, and the layers of tiles that are to be the same.
  static let layers: [(map: [String], tiles: [String])] =
    ["speed", "vessel", "type", "flag", "time"].map {
      (["--color-by", $0], ["--layer", "tracks", "--color-by", $0])
    } + [
      (["--events", "e.json"], ["--layer", "tracks", "--layer", "events", "e.json"]),
      (
        ["--heat", "--events", "e.json", "--basemap", "--theme", "light", "--use-scale", "scale.json"],
        ["--layer", "density", "--layer", "tracks", "--layer", "events", "e.json", "--basemap", "--theme", "light"]
          + ["--use-scale", "scale.json"]
      ),
      (
        ["--heat", "--smooth", "3px", "--theme", "print", "--use-scale", "scale.json"],
        ["--layer", "density", "--layer", "tracks", "--smooth", "3px", "--theme", "print", "--use-scale", "scale.json"]
      ),
    ]

  @Test("a bare map is the mosaic of tiles of 256 and of 512 pixels", arguments: layers)
  func mosaic(map: [String], tiles: [String]) throws {
    let folder = try Self.folder()
    let table = ["s.csv", "--gap-after", "2h"]
    if map.contains("--heat") {
      try Self.run(["heatmap"] + table + Self.frame + ["-o", "h.png", "--save-scale", "scale.json"], in: folder)
    }
    try Self.run(["map"] + table + Self.frame + ["-o", "map.png"] + map, in: folder)
    let picture = try TilePicture("map.png", in: folder)
    #expect(picture.width == 2048 && picture.height == 1024)
    #expect(picture.inked > 1000)
    for (zoom, size) in [(5, 256), (4, 512)] {
      let deepest = ["-Z", "\(zoom)", "-z", "\(zoom)", "--tile-size", "\(size)", "-o", "t\(size)"]
      // Without a box land is drawn on the tiles of the data's extent alone.
      let box = map.contains("--basemap") ? Array(Self.frame.suffix(2)) : []
      try Self.run(["tiles"] + table + deepest + tiles + box, in: folder)
      let part = 1 << (5 - zoom)
      let mosaic = try TilePicture(
        tiles: "t\(size)", zoom: zoom, columns: 28 / part..<36 / part, rows: 10 / part..<14 / part, size: size,
        in: folder)
      #expect(picture == mosaic, "\(size) px")
    }
  }

  @Test("threads, memory, the scale saved and the order of inputs do not change a byte")
  func sameBytes() throws {
    let folder = try Self.folder()
    let lines = Self.table.split(separator: "\n")
    for (name, part) in [("p.csv", lines[1..<100]), ("q.csv", lines[100...])] {
      try folder.write(([lines[0]] + part).joined(separator: "\n") + "\n", to: name)
    }
    func picture(_ arguments: [String]) throws -> Data {
      try Self.run(
        ["map", "-f", "-o", "a.png", "--size", "500x300", "--heat", "--events", "e.json"] + arguments, in: folder)
      return try #require(folder.bytes("a.png"))
    }
    let first = try picture(["s.csv", "--threads", "1"])
    for options in [["--threads", "2"], ["--threads", "16"], ["--memory", "1MB"], ["--save-scale", "scale.json"]] {
      #expect(try picture(["s.csv"] + options) == first, "\(options)")
    }
    #expect(try picture(["s.csv", "--use-scale", "scale.json"]) == first)
    #expect(try picture(["p.csv", "q.csv"]) == picture(["q.csv", "p.csv"]))
  }

  static let accepted: [[String]] = [
    ["--color-by", "type", "--theme", "light"], ["--color-by", "vessel", "--theme", "print", "--scale", "2"],
    ["--heat", "--measure", "transits", "--scaling", "log", "--palette", "viridis", "--smooth", "20km"],
    ["--title", "t", "--subtitle", "s", "--source", "w", "--banner", "b", "--world-file"], ["--bare"],
    ["--bare", "--basemap", "--scale", "2"], ["--region", "Gulf of Mexico"], ["--mmsi", "211000001"],
    ["--from", "2023-11-14", "--to", "2023-11-15"], ["--bbox", "170,30,-170,50", "--color-by", "flag"],
    ["--tick", "6h", "--key", "none"], ["--layers", "tracks,events"], ["--reach", "--dark-speed", "10"],
    ["--inset", "175,38,-179,42", "--heat"], ["--hotspots", "heat"], ["--hotspots", "circles", "--theme", "print"],
    ["--detect"], ["--no-places", "--no-locator"], ["--watchlist", "w.csv"],
  ]

  @Test("every option makes a whole PNG of the size asked for", arguments: accepted)
  func options(options: [String]) throws {
    let folder = try Self.folder()
    try Self.run(["map", "s.csv", "-o", "a.png", "--size", "320x200", "--events", "e.json"] + options, in: folder)
    let picture = try #require(PNGChunks(folder.bytes("a.png")))
    let factor = options.contains("--scale") ? 2 : 1
    #expect(picture.width == 320 * factor && picture.height == 200 * factor)
    #expect(picture.colorType == (options.contains("--bare") ? 6 : 2))
    #expect(folder.names.contains("a.pgw") == options.contains("--world-file"))
  }

  @Test("the record names layers, colours and the events' hash, but no folder")
  func record() throws {
    let folder = try Self.folder()
    let path = folder.url.appendingPathComponent("e.json").path
    for events in [["--events", path], ["--events=" + path]] {
      let outcome = try Program.run(
        ["map", "s.csv", "-f", "-o", "a.png", "--size", "320x200", "--color-by", "flag", "--json"] + events, in: folder)
      let summary = try #require(outcome.json)
      #expect(summary["command"] as? String == "map" && summary["hours"] == nil)
      #expect((summary["gaps"] as? Int ?? 0) > 0)
      let text = String(decoding: try #require(PNGChunks(folder.bytes("a.png"))?.contents["iTXt"]), as: UTF8.self)
      let hash = SHA256.digest(of: Array(Self.events.utf8)).hexadecimal
      for words in [#""layers":["tracks","events"]"#, #""color_by":"flag""#, hash, "\"vessels\":5", "e.json"] {
        #expect(text.contains(words), "\(words)")
      }
      #expect(!text.contains(folder.url.lastPathComponent))
    }
  }

  @Test("a frame that no track reaches is drawn, and told")
  func nothingThere() throws {
    let folder = try Self.folder()
    let outcome = try Program.run(
      ["map", "s.csv", "-o", "a.png", "--size", "320x200", "--bbox", "0,-10,10,0"], in: folder)
    #expect(outcome.code == 0 && outcome.complaint.contains("no track reaches into the frame"))
  }

  static let refused: [([String], Int32, String)] = [
    (["-o", "a.tif"], 64, ".png"), (["-o", "a.png", "--measure", "transits"], 64, "--heat"),
    (["-o", "a.png", "--smooth", "2px"], 64, "--heat"), (["-o", "a.png", "--color-by", "age"], 64, "vessel"),
    (["-o", "a.png", "--events", "none.json"], 66, "none.json"), (["-o", "a.png", "--events", "s.csv"], 65, "s.csv"),
    (["-o", "e.json", "--force", "--events", "e.json"], 64, ".png"),
    (["-o", "a.png", "--heat", "--save-scale", "e.json", "--force", "--events", "e.json"], 64, "is an input"),
    (["-o", "a.png", "--layers", "tracks,clouds"], 64, "--layers"), (["-o", "a.png", "--tick", "5s"], 64, "--tick"),
    (["-o", "a.png", "--layers", "tracks,tracks"], 64, "--layers"),
    (["-o", "a.png", "--inset", "1,2,3"], 64, "--inset"),
    (["-o", "a.png", "--inset", "5,50,6,40"], 64, "--inset"), (["-o", "a.png", "--key", "left"], 64, "panel"),
    (["-o", "a.png", "--layout", "slide", "--size", "9x9"], 64, "--layout"),
    (["-o", "a.png", "--layout", "poster"], 64, "report"), (["-o", "a.png", "--hotspots", "cold"], 64, "circles"),
    (["-o", "a.png", "--watchlist", "none.csv"], 66, "none.csv"),
    (["-o", "a.png", "--watchlist", "e.json"], 65, "e.json"),
    (["-o", "w.csv", "--watchlist", "w.csv", "-f"], 64, ".png"),
  ]

  @Test("what cannot be drawn is refused with a sentence and leaves nothing", arguments: refused)
  func refusals(arguments: [String], code: Int32, word: String) throws {
    let folder = try Self.folder()
    let outcome = try Program.run(["map", "s.csv"] + arguments, in: folder)
    RefusalTests.expectRefusal(outcome, code: code, says: [word], in: folder, leaves: ["s.csv", "e.json", "w.csv"])
  }

  private static func picture(_ options: [String], in folder: Scratch) throws -> Data {
    try run(["map", "s.csv", "-f", "-o", "a.png", "--size", "480x300", "--events", "e.json"] + options, in: folder)
    return try #require(folder.bytes("a.png"))
  }

  @Test("layers that are not named are not drawn, and their order decides what lies on top")
  func layerOrder() throws {
    let folder = try Self.folder()
    func pixels(_ layers: String) throws -> [UInt8] {
      let bytes = try Self.picture(["--layers", layers], in: folder)
      return try PNGDecoder.decode([UInt8](bytes)).pixels
    }
    let all = try pixels("gaps,tracks,hotspots,events")
    #expect(try pixels("tracks,gaps,hotspots,events") != all)
    #expect(try pixels("gaps,tracks,events") != all)
    #expect(try pixels("gaps,tracks,hotspots,events,labels") != all)
    #expect(try pixels("gaps,tracks,hotspots,events,reach") == all)
  }

  @Test("the table of events has a page of its own where asked, in the picture's size")
  func keyPage() throws {
    let folder = try Self.folder()
    _ = try Self.picture(["--key", "page"], in: folder)
    let page = try #require(PNGChunks(folder.bytes("a.key.png")))
    #expect(page.width == 480 && page.height == 300)
    let outcome = try Program.run(
      ["map", "s.csv", "-o", "b.png", "--size", "480x300", "--events", "e.json", "--key", "page", "--json"], in: folder)
    let outputs = try #require(outcome.json?["outputs"] as? [[String: Any]])
    #expect(outputs.compactMap { $0["path"] as? String } == ["b.png", "b.key.png"])
  }

  @Test("a page of A4 has 300 dots to the inch")
  func pageOfA4() throws {
    let folder = try Self.folder()
    try Self.run(["map", "s.csv", "-o", "a.png", "--layout", "report", "--theme", "print"], in: folder)
    let picture = try PNGDecoder.decode([UInt8](try #require(folder.bytes("a.png"))))
    #expect(picture.width == 2480 && picture.height == 3508)
    #expect(picture.metadata.pixelsPerMetre == 11_811)
  }

  @Test("a vessel on the watchlist stands out, and the record names the list")
  func watchlist() throws {
    let folder = try Self.folder()
    let plain = try PNGDecoder.decode([UInt8](try Self.picture(["--key", "none"], in: folder))).pixels
    let bytes = try Self.picture(["--key", "none", "--watchlist", "w.csv"], in: folder)
    #expect(try PNGDecoder.decode([UInt8](bytes)).pixels != plain)
    let text = String(decoding: try #require(PNGChunks(bytes)?.contents["iTXt"]), as: UTF8.self)
    #expect(text.contains(#""watchlist":{"name":"w.csv""#))
  }

  @Test("a map finds the events that a search writes")
  func detection() throws {
    let folder = try Self.folder()
    let options = ["--only", "gap,dark_rendezvous", "--gap-after", "2h", "--json"]
    let map = try Program.run(["map", "s.csv", "-o", "a.png", "--size", "320x200"] + options, in: folder)
    let search = try Program.run(["transfers", "s.csv", "-o", "t.json"] + options, in: folder)
    let (drawn, written) = (map.json?["events"] as? [String: Any], search.json?["events"] as? [String: Any])
    #expect((drawn?["gap"] as? Int ?? 0) > 5)
    #expect(drawn?["gap"] as? Int == written?["gap"] as? Int)
    #expect(drawn?["dark_rendezvous"] as? Int == written?["dark_rendezvous"] as? Int)
  }
}
