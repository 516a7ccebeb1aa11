import Platform
import Testing

import Export

@Suite("A folder of tiles is sound, or each of its faults is named")
final class TileFolderCheckTests {
  private let folder = TemporaryFolder()
  private var root: String { folder.path + "/set" }
  /// What has been made, to be removed in turn.
  private var made: [String] = []

  deinit {
    for path in made.reversed() where unlink(path) != 0 { rmdir(path) }
  }

  private func write(_ bytes: [UInt8], _ name: String) throws {
    var path = root
    makeFolders(name)
    path += "/" + name
    made.append(path)
    try OutputFile.write(bytes, to: path, force: true)
  }

  /// Makes the folders above a name.
  private func makeFolders(_ name: String) {
    var path = root
    for part in [""] + name.split(separator: "/").dropLast().map({ "/" + $0 }) {
      path += part
      if mkdir(path, 0o777) == 0 { made.append(path) }
    }
  }

  private func link(_ target: String, _ name: String) {
    makeFolders(name)
    made.append(root + "/" + name)
    symlink(target, root + "/" + name)
  }

  private func makeSample(json: String = SampleTiles.tileJSON, suffix: String = ".png", fromSouth: Bool = false) throws
  {
    try write(Array(json.utf8), "tiles.json")
    for (tile, png) in try SampleTiles.pictures() {
      let row = fromSouth ? (1 << tile.zoom) - 1 - tile.y : tile.y
      try write(png, "\(tile.zoom)/\(tile.x)/\(row)\(suffix)")
    }
  }

  @Test("a sound folder is sound, and its report counts files")
  func sound() throws {
    try makeSample()
    let report = try TileSetCheck.check(path: root, threads: 2)
    #expect(report.faults.isEmpty)
    #expect(report.container == .folder && report.tileCount == 7 && report.contents == 6)
    let pictureBytes = try SampleTiles.pictures().reduce(0) { $0 + $1.png.count }
    #expect(report.bytes == pictureBytes + SampleTiles.tileJSON.utf8.count)
  }

  @Test("another suffix and rows from the south are taken from tiles.json")
  func template() throws {
    let json = """
      {"tilejson": "2.1.0", "tiles": ["https://example.org/{z}/{x}/{y}@2x.png?key=1"], "scheme": "tms",
      "bounds": [0, 10, 80, 60]}
      """
    try makeSample(json: json, suffix: "@2x.png", fromSouth: true)
    #expect(SampleTiles.faults(root) == [])
  }

  @Test(
    "what is wrong with tiles.json is named",
    arguments: [
      ("", "not JSON"), ("[]", "\"tilejson\" is missing"), (#"{"tilejson": "4.0.0"}"#, "\"tilejson\" is missing"),
      (#"{"tilejson": "3.0.0"}"#, "\"tiles\" is missing"), (#"{"tilejson": "3.0.0", "tiles": ["a.png"]}"#, "\"tiles\""),
      (SampleTiles.tileJSON.replacing("80, 60", with: "80"), "\"bounds\" are not"),
      (SampleTiles.tileJSON.replacing("80, 60", with: "80, 600"), "off the world"),
      (SampleTiles.tileJSON.replacing(": 3}", with: ": \"3\"}"), "\"maxzoom\" is not"),
      (SampleTiles.tileJSON.replacing(": 3}", with: ": 4}"), "no tile of zoom 4"),
      (SampleTiles.tileJSON.replacing(": 3}", with: ": 2}"), "tile 3/4/2: lies outside the zooms 0 to 2"),
      (SampleTiles.tileJSON.replacing("[0, 10, 80", with: "[0, 10, 44"), "tile 3/5/2: lies outside the bounds"),
    ])
  func document(json: String, words: String) throws {
    try makeSample(json: json)
    let faults = SampleTiles.faults(root)
    #expect(faults.contains { $0.contains(words) }, "\(faults)")
  }

  @Test("a folder without tiles.json is told so; one without tiles is no set")
  func noDocument() throws {
    try makeSample()
    unlink(root + "/tiles.json")
    #expect(SampleTiles.faults(root) == ["tiles.json: is missing"])
    #expect(SampleTiles.faults(folder.path).first?.contains("is a folder with neither") == true)
  }

  @Test(
    "a file that does not belong is named",
    arguments: [
      "note.txt", ".tiles.wakeprint-tmp", "3/.hidden", "3/4/2.jpg", "3/4/02.png", "3/4/8.png", "3/4/-1.png",
      "3/9/1.png",
      "99/0/0.png", "3/4/2.png/x", "00/0/0.png", "3/4/2.PNG", "3/4/9223372036854775808.png", "3/7",
    ])
  func strays(name: String) throws {
    try makeSample()
    if name == "3/4/2.png/x" { unlink(root + "/3/4/2.png") }
    try write([1], name)
    let faults = SampleTiles.faults(root)
    let parts = name.split(separator: "/")
    #expect(
      faults.contains { fault in parts.indices.contains { fault.hasPrefix(parts[...$0].joined(separator: "/") + ": ") }
      })
    #expect(faults.contains { $0.contains("remove it") }, "\(faults)")
  }

  @Test("a tile that is no whole PNG is named by its file")
  func notWhole() throws {
    try makeSample()
    let png = try SampleTiles.png(0)
    for (bytes, words) in [
      ([], "has no bytes"), (Array(png.dropLast()), "not a whole PNG"), ([1, 2], "does not begin"),
    ] {
      try write(bytes, "2/2/1.png")
      #expect(SampleTiles.faults(root).contains { $0.hasPrefix("2/2/1.png: ") && $0.contains(words) })
    }
  }

  @Test("links round in a circle and pipes do not hold the check up")
  func loops() throws {
    try makeSample()
    link("..", "3/6")
    link(".", "3/7")
    link("!self", "!self")
    link("0.png", "3/4/0.png")
    link(".", "4")
    mkfifo(root + "/3/4/7.png", 0o666)
    made.append(root + "/3/4/7.png")
    let faults = SampleTiles.faults(root)
    for name in ["3/6/0", "!self", "3/4/0.png", "3/4/7.png"] {
      #expect(faults.contains { $0.hasPrefix(name + ": ") }, "\(name) in \(faults)")
    }
  }

  @Test("what is neither a tile set nor there is refused with its reason")
  func otherKinds() throws {
    try write(Array("id,name\n".utf8), "a.mbtiles")
    try write([], "empty.pmtiles")
    #expect(SampleTiles.faults(root + "/a.mbtiles").first?.hasPrefix("is no tile set; give") == true)
    #expect(SampleTiles.faults(root + "/empty.pmtiles").first?.hasPrefix("is empty; give") == true)
    #expect(SampleTiles.faults("/dev/null").first?.hasPrefix("is neither a file nor a folder") == true)
    #expect(throws: TileSetUnreadable.missing(reason: "No such file or directory")) {
      try TileSetCheck.check(path: self.root + "/none", threads: 1)
    }
  }
}
