import Digest
import Export
import Foundation
import Geography
import TestSupport
import Testing

@Suite("The coastline command installs, says and removes, and pictures show what is installed")
struct CoastlineCommandTests {
  /// An island where the sample's ships are, and a hole in it.
  static let land = LandSample([
    [LandSample.box(8, 54, 8.2, 54.15), LandSample.box(8.05, 54.05, 8.1, 54.1)],
    [LandSample.box(8.25, 54.2, 8.28, 54.22)],
  ])
  static let wgs84 = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.257]]]"

  /// A folder with the sample, and with land as `land.wkb`.
  private func folder() throws -> Scratch {
    let folder = try Sample.folder()
    try Data(Self.land.wkb()).write(to: folder.url.appendingPathComponent("land.wkb"))
    return folder
  }

  private func run(_ arguments: [String], in folder: Scratch, cache: Scratch, code: Int32 = 0) throws -> Program.Outcome
  {
    let outcome = try Program.run(arguments, in: folder, cache: cache.url.path + "/deeper")
    #expect(outcome.code == code, "\(arguments): \(outcome.complaint)")
    return outcome
  }

  private func install(_ name: String, in folder: Scratch, cache: Scratch) throws {
    _ = try run(["coastline", "install", name, "-f", "-q"], in: folder, cache: cache)
  }

  private func picture(_ options: [String] = [], in folder: Scratch, cache: Scratch) throws -> Data {
    let outcome = try run(
      ["heatmap", "s.csv", "-f", "-q", "-o", "a.png"] + Sample.frame + options, in: folder, cache: cache)
    #expect(outcome.complaint.isEmpty)
    return try #require(folder.bytes("a.png"))
  }

  private func pixels(_ picture: Data) throws -> Data { try #require(PNGChunks(picture)?.contents["IDAT"]) }

  @Test("install, status and remove tell what is there")
  func life() throws {
    let (folder, cache) = (try folder(), try Scratch())
    #expect(try run(["coastline", "status"], in: folder, cache: cache).text.hasPrefix("no coastline is installed"))
    let made = try #require(try run(["coastline", "install", "land.wkb", "--json"], in: folder, cache: cache).json)
    let status = try #require(try run(["coastline", "status", "--json"], in: folder, cache: cache).json)
    let file = try #require(cache.bytes("deeper/coastline.geometry"))
    for json in [made, status] {
      #expect(json["installed"] as? Bool == true && json["polygons"] as? Int == 2 && json["vertices"] as? Int == 12)
      #expect(json["attribution"] as? String == "© OpenStreetMap contributors")
      #expect(json["bytes"] as? Int == file.count)
      #expect(json["sha256"] as? String == SHA256.digest(of: [UInt8](file)).hexadecimal)
      #expect(json["path"] as? String == cache.url.path + "/deeper/coastline.geometry")
      let input = try #require(json["input"] as? [String: Any])
      #expect(input["name"] as? String == "land.wkb")
      #expect(input["sha256"] as? String == SHA256.digest(of: Self.land.wkb()).hexadecimal)
    }
    let again = try run(["coastline", "install", "land.wkb"], in: folder, cache: cache, code: 73)
    #expect(again.complaint.contains("--force") && cache.bytes("deeper/coastline.geometry") == file)
    _ = try run(["coastline", "install", "land.wkb", "-f", "--source", "Office of Charts"], in: folder, cache: cache)
    #expect(try run(["coastline", "status"], in: folder, cache: cache).text.contains("say \"Office of Charts\""))
    for words in ["removed ", "no coastline is installed"] {
      #expect(try run(["coastline", "remove"], in: folder, cache: cache).complaint.hasPrefix(words))
      #expect(cache.names == ["deeper"] && cache.bytes("deeper/coastline.geometry") == nil)
    }
  }

  @Test("WKB and shapefiles, plain, compressed and zipped, make the same coastline")
  func spellings() throws {
    let (folder, cache) = (try folder(), try Scratch())
    let shapes = Self.land.shapefile()
    let members: [(String, [UInt8])] = [
      ("land/land.dbf", [3]), ("land/land.prj", Array(Self.wgs84.utf8)), ("land/land.shp", shapes),
      ("land/land.shx", [0]),
    ]
    let files: [(String, [UInt8])] = [
      ("land.wkb", Self.land.wkb()), ("big.wkb", Self.land.wkb(bigEndian: true)),
      ("land.wkb.gz", try Gzip.compress(Self.land.wkb())), ("land.shp", shapes), ("land.prj", Array(Self.wgs84.utf8)),
      ("land.shp.gz", try Gzip.compress(shapes)), ("land.zip", StoredZip.bytes(members)),
      ("back.zip", StoredZip.bytes(members.reversed())), ("wkb.zip", StoredZip.bytes([("a.wkb", Self.land.wkb())])),
    ]
    var drawn: Set<Data> = []
    for (name, bytes) in files { try Data(bytes).write(to: folder.url.appendingPathComponent(name)) }
    for (name, _) in files where name != "land.prj" {
      try install(name, in: folder, cache: cache)
      drawn.insert(try pixels(try picture(in: folder, cache: cache)))
    }
    #expect(drawn.count == 1)
  }

  @Test("what is no land in WGS 84 ends with 65, and nothing is left or lost", arguments: 0..<12)
  func refusals(index: Int) throws {
    let (folder, cache) = (try folder(), try Scratch())
    let mercator = Array("PROJCS[\"WGS 84 / Pseudo-Mercator\",GEOGCS[\"WGS 84\"]]".utf8)
    let shapes = Self.land.shapefile()
    let (name, bytes, words): (String, [UInt8], String) =
      switch index {
      case 0: ("a.wkb", [], "no land")
      case 1: ("a.wkb", Array(Self.land.wkb().dropLast()), "ends before")
      case 2: ("a.wkb", Self.land.wkb(system: 3857), "SRID 3857")
      case 3: ("a.wkb", LandSample([[LandSample.box(0, 0, 500_000, 500_000)]]).wkb(), "off the world")
      case 4: ("a.wkb", LandSample([[[SIMD2(.nan, 1), SIMD2(1, 1), SIMD2(2, 2)]]]).wkb(), "off the world")
      case 5: ("a.csv", Array(Sample.table.utf8), "neither a shapefile")
      case 6: ("a.zip", StoredZip.bytes([("a.shp", shapes), ("a.prj", mercator)]), "WGS 84 / Pseudo-Mercator")
      case 7: ("a.zip", StoredZip.bytes([("a.txt", [1])]), "holds no shapefile")
      case 8: ("a.zip", StoredZip.bytes([("a.shp", shapes), ("b.shp", shapes)]), "not the only file")
      case 9: ("a.wkb.gz", Array(try Gzip.compress(Self.land.wkb()).dropLast(12)), "cannot be decompressed")
      case 10: ("a.wkb", [1, 3, 0, 0, 0, 1, 0, 0, 0, 255, 255, 255, 127], "400 million")
      default: ("a.shp", shapes, "EPSG:4326")
      }
    try Data(bytes).write(to: folder.url.appendingPathComponent(name))
    if index == 11 { try Data(mercator).write(to: folder.url.appendingPathComponent("a.prj")) }
    let outcome = try run(["coastline", "install", name], in: folder, cache: cache, code: 65)
    RefusalTests.expectRefusal(outcome, code: 65, says: [words, name], in: folder, leaves: folder.names)
    #expect(cache.names.isEmpty)
    try install("land.wkb", in: folder, cache: cache)
    let before = cache.bytes("deeper/coastline.geometry")
    _ = try run(["coastline", "install", name, "-f"], in: folder, cache: cache, code: 65)
    #expect(cache.bytes("deeper/coastline.geometry") == before)
    _ = try run(["coastline", "install", "nowhere.shp", "-f"], in: folder, cache: cache, code: 66)
  }

  @Test("a close picture shows what is installed and records it; a far one, and --coastline none, do not")
  func pictures() throws {
    let (folder, cache) = (try folder(), try Scratch())
    let (near, far) = (try picture(in: folder, cache: cache), ["--bbox", "-40,0,60,70"])
    let (nearAlone, farAway) = (
      try picture(["--coastline", "none"], in: folder, cache: cache), try picture(far, in: folder, cache: cache)
    )
    #expect(try pixels(near) == pixels(nearAlone))
    try install("land.wkb", in: folder, cache: cache)
    let shown = try picture(in: folder, cache: cache)
    #expect(try pixels(shown) != pixels(near))
    #expect(try picture(in: folder, cache: cache) == shown)
    #expect(try picture(["--coastline", "none"], in: folder, cache: cache) == nearAlone)
    #expect(try picture(far, in: folder, cache: cache) == farAway)
    let record = String(decoding: try #require(PNGChunks(shown)?.contents["iTXt"]), as: UTF8.self)
    let file = try #require(cache.bytes("deeper/coastline.geometry"))
    #expect(record.contains("\"coastline\"") && record.contains("© OpenStreetMap contributors"))
    #expect(record.contains(SHA256.digest(of: [UInt8](file)).hexadecimal))
    let other = try Scratch()
    try file.write(to: other.url.appendingPathComponent("mine.geometry"))
    let named = try picture(["--coastline", other.url.path + "/mine.geometry"], in: folder, cache: try Scratch())
    #expect(try pixels(named) == pixels(shown))
    // The record names the file, not its folder.
    #expect(named.range(of: Data("mine.geometry".utf8)) != nil)
    #expect(named.range(of: Data(other.url.path.utf8)) == nil)
    for options in [["--bare", "--basemap"], ["--theme", "light"]] {
      let (with, without) = (
        try picture(options, in: folder, cache: cache), try picture(options, in: folder, cache: try Scratch())
      )
      #expect(try pixels(with) != pixels(without), "\(options)")
    }
    #expect(try picture(["--bare"], in: folder, cache: cache) == picture(["--bare"], in: folder, cache: try Scratch()))
  }

  @Test("maps and tiles show it too, and numbers do not know of it")
  func otherProducts() throws {
    let (folder, cache, empty) = (try folder(), try Scratch(), try Scratch())
    try install("land.wkb", in: folder, cache: cache)
    func made(_ arguments: [String], _ name: String, _ cache: Scratch) throws -> Data {
      _ = try run(arguments + ["-f", "-q"], in: folder, cache: cache)
      return try #require(folder.bytes(name))
    }
    let map = ["map", "s.csv", "-o", "m.png"] + Sample.frame
    #expect(try pixels(made(map, "m.png", cache)) != pixels(made(map, "m.png", empty)))
    let numbers = ["heatmap", "s.csv", "-o", "n.tif"] + Sample.frame
    #expect(try made(numbers, "n.tif", cache) == made(numbers, "n.tif", empty))
    let tiles = ["tiles", "s.csv", "-Z", "7", "-z", "9", "--basemap", "--bbox", "7.9,53.9,8.3,54.3", "-o", "t"]
    _ = try run(tiles + ["-q"], in: folder, cache: cache)
    _ = try run(tiles.dropLast() + ["e", "-q"], in: folder, cache: empty)
    #expect(String(decoding: try #require(folder.bytes("t/tiles.json")), as: UTF8.self).contains("OpenStreetMap"))
    #expect(!String(decoding: try #require(folder.bytes("e/tiles.json")), as: UTF8.self).contains("OpenStreetMap"))
    func mosaic(_ name: String, _ zoom: Int) throws -> TilePicture {
      let range = TileRange(
        zoom: zoom, tileSize: 256, covering: BoundingBox(west: 7.9, south: 53.9, east: 8.3, north: 54.3))
      let (columns, rows) = (range.tiles.map(\.x), range.tiles.map(\.y))
      return try TilePicture(
        tiles: name, zoom: zoom, columns: (columns.min() ?? 0)..<(columns.max() ?? 0) + 1,
        rows: (rows.min() ?? 0)..<(rows.max() ?? 0) + 1, size: 256, in: folder)
    }
    #expect(try mosaic("t", 7) == mosaic("e", 7))
    #expect(try mosaic("t", 9) != mosaic("e", 9))
  }

  @Test("a damaged coastline in the cache is a note and the embedded basemap; one that is named is an error")
  func damaged() throws {
    let (folder, cache) = (try folder(), try Scratch())
    let without = try picture(in: folder, cache: cache)
    try install("land.wkb", in: folder, cache: cache)
    let place = cache.url.appendingPathComponent("deeper/coastline.geometry")
    let whole = try Data(contentsOf: place)
    let flipped = Data(whole.dropLast(30)) + [whole[whole.count - 30] ^ 1] + whole.suffix(29)
    for bytes in [Data(), whole.prefix(3), whole.prefix(60), whole.dropLast(), flipped, Data("WPG1".utf8)] {
      try bytes.write(to: place)
      let outcome = try run(["heatmap", "s.csv", "-f", "-o", "a.png"] + Sample.frame, in: folder, cache: cache)
      #expect(outcome.complaint.contains("note: \(place.path): "))
      #expect(outcome.complaint.contains("the embedded basemap is drawn instead"))
      #expect(try pixels(try #require(folder.bytes("a.png"))) == pixels(without))
      _ = try run(["coastline", "status"], in: folder, cache: cache, code: 65)
      try bytes.write(to: folder.url.appendingPathComponent("named.geometry"))
      let arguments = ["heatmap", "s.csv", "-o", "b.png", "--coastline", "named.geometry"] + Sample.frame
      RefusalTests.expectRefusal(
        try run(arguments, in: folder, cache: cache, code: 65), code: 65, says: ["named.geometry"], in: folder,
        leaves: ["a.png", "land.wkb", "named.geometry", "s.csv"])
    }
    let nowhere = ["heatmap", "s.csv", "-o", "b.png", "--coastline", "nowhere"] + Sample.frame
    _ = try run(nowhere, in: folder, cache: cache, code: 66)
    #expect(try run(["coastline", "remove"], in: folder, cache: cache).complaint.hasPrefix("removed "))
  }

  @Test("the demo is the same whatever is installed")
  func demo() throws {
    let (folder, cache) = (try folder(), try Scratch())
    try install("land.wkb", in: folder, cache: cache)
    _ = try run(["demo", "-o", "with", "-q"], in: folder, cache: cache)
    _ = try run(["demo", "-o", "without", "-q"], in: folder, cache: try Scratch())
    for name in ["solent_dark.png", "solent_light.png"] {
      let with = folder.bytes("with/\(name)")
      #expect(with != nil && with == folder.bytes("without/\(name)"))
    }
  }
}
