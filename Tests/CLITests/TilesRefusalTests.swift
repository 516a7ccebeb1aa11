import Foundation
import Testing

@Suite("Tiles that cannot be are one line and a code, and nothing is left or lost")
struct TilesRefusalTests {
  static let containers = ["t", "t.mbtiles", "t.pmtiles"]

  static let wrongLines: [([String], String)] = [
    (["-z", "2", "-Z", "5"], "--max-zoom 2 is below --min-zoom 5"), (["-z", "25"], "--max-zoom 25 is outside"),
    (["-z", "-1"], "--max-zoom -1 is outside"), (["-Z", "-1"], "--min-zoom -1 is outside"),
    (["--max-zoom=deep"], "deep"), (["--tile-size", "300"], "--tile-size 300"), (["--tile-size", "-256"], "-256"),
    (["--bbox", "0,20,10,0"], "upside down"), (["--region", "Malta", "--bbox", "0,0,1,1"], "--region"),
    (["--region", "Yelow Sea"], "Yellow Sea"), (["--range", "5,1"], "--range"), (["--palette", "nope"], "viridis"),
    (["--use-scale", "scale.json"], "of vessels, not of hours"),
    (["--use-scale", "scale.json", "--range", "1,2"], "--range"), (["--smooth", "2"], "--smooth"),
    (["--threads", "0"], "--threads"),
  ]

  @Test("a wrong command line ends with 64 and says what is wrong", arguments: wrongLines)
  func usage(options: [String], words: String) throws {
    let folder = try Sample.folder()
    try folder.write(
      #"{"wakeprint_scale": 1, "measure": "vessels", "scaling": "log", "minimum": 1, "maximum": 9, "#
        + #""knots": [[1, 0], [9, 1]]}"#, to: "scale.json")
    let outcome = try Program.run(["tiles", "s.csv", "-o", "t"] + options, in: folder)
    RefusalTests.expectRefusal(outcome, code: 64, says: [words], in: folder, leaves: ["s.csv", "scale.json"])
  }

  @Test("--resume with a file ends with 64; a resumed folder without tiles leaves none")
  func resume() throws {
    let folder = try Sample.folder()
    for name in ["t.mbtiles", "t.pmtiles"] {
      let outcome = try Program.run(["tiles", "s.csv", "--resume", "-o", name], in: folder)
      RefusalTests.expectRefusal(outcome, code: 64, says: [name, "folder"], in: folder, leaves: ["s.csv"])
    }
    let empty = try Program.run(
      ["tiles", "s.csv", "--resume", "-o", "t", "-Z", "5", "--bbox", "100,0,101,1"], in: folder)
    RefusalTests.expectRefusal(empty, code: 65, says: ["--bbox"], in: folder, leaves: ["s.csv"])
  }

  @Test(
    "inputs that are missing end with 66, without a usable row or with no tile to make with 65", arguments: containers)
  func inputs(name: String) throws {
    let folder = try Sample.folder()
    try folder.write(Sample.header, to: "bare.csv")
    try folder.write(Sample.header + "211000001,never,54,8\n", to: "bad.csv")
    let left = ["bad.csv", "bare.csv", "s.csv"]
    for (input, code) in [("none.csv", 66), ("bare.csv", 65), ("bad.csv", 65)] as [(String, Int32)] {
      let outcome = try Program.run(["tiles", input, "-o", name], in: folder)
      RefusalTests.expectRefusal(outcome, code: code, says: [input], in: folder, leaves: left)
    }
    let outcome = try Program.run(["tiles", "s.csv", "-o", name, "-Z", "5", "--bbox", "100,0,101,1"], in: folder)
    RefusalTests.expectRefusal(outcome, code: 65, says: [name, "--bbox"], in: folder, leaves: left)
  }

  @Test("a set that stands ends with 73 and stays as it is; --force replaces it", arguments: containers)
  func existing(name: String) throws {
    let folder = try Sample.folder()
    let made = try MadeTiles.make(["-z", "3"], in: folder, name: name)
    let before = (folder.bytes(name), made.contents, folder.names)
    let outcome = try Program.run(["tiles", "s.csv", "-z", "3", "--measure", "vessels", "-o", name], in: folder)
    RefusalTests.expectRefusal(outcome, code: 73, says: [name, "--force"], in: folder, leaves: before.2)
    #expect(folder.bytes(name) == before.0 && made.contents == before.1)
    _ = try MadeTiles.make(["-z", "3", "-f", "--measure", "vessels"], in: folder, name: name)
    #expect(folder.names == before.2)
    #expect(folder.bytes(name) != before.0 || made.contents != before.1)
  }

  @Test("what is of another kind is never replaced, even with --force")
  func otherKinds() throws {
    let folder = try Sample.folder()
    for name in ["d.mbtiles", "d.pmtiles", "foreign", "mixed"] {
      try FileManager.default.createDirectory(
        at: folder.url.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    try folder.write("precious", to: "foreign/log.txt")
    try folder.write(#"{"tilejson": "3.0.0"}"#, to: "mixed/tiles.json")
    try folder.write("precious", to: "mixed/log.txt")
    try folder.write("precious", to: "file")
    let left = folder.names
    for name in [
      "d.mbtiles", "d.pmtiles", "foreign", "mixed", "file", ".", "s.csv/t", "nowhere/t", "nowhere/t.pmtiles",
    ] {
      for force in [[], ["-f"]] {
        let outcome = try Program.run(["tiles", "s.csv", "-z", "2", "-o", name] + force, in: folder)
        RefusalTests.expectRefusal(outcome, code: 73, says: [name], in: folder, leaves: left)
      }
    }
    for name in ["foreign/log.txt", "mixed/log.txt", "file"] { #expect(folder.bytes(name) == Data("precious".utf8)) }
  }

  @Test("a folder without permission ends with 73", .enabled(if: getuid() != 0), arguments: containers)
  func permission(name: String) throws {
    let folder = try Sample.folder()
    let closed = folder.url.appendingPathComponent("closed").path
    try FileManager.default.createDirectory(
      atPath: closed, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o555])
    let outcome = try Program.run(["tiles", "s.csv", "-o", "closed/" + name], in: folder)
    RefusalTests.expectRefusal(outcome, code: 73, says: ["closed/" + name], in: folder, leaves: ["closed", "s.csv"])
  }

  @Test("no output takes the place of an input or of another output, even with --force")
  func collisions() throws {
    let folder = try Sample.folder()
    try folder.write(Sample.table, to: "in.pmtiles")
    let made = try MadeTiles.make(["-z", "2"], in: folder)
    try folder.write(Sample.table, to: "t/1/in.csv")
    let before = (made.contents, folder.names)
    for (arguments, word) in [
      (["in.pmtiles", "-o", "in.pmtiles"], "in.pmtiles"),
      (["s.csv", "-o", "a.pmtiles", "--rejects", "./a.pmtiles"], "two outputs"),
      (["s.csv", "-o", "a.mbtiles", "--save-scale", "a.legend.png"], "two outputs"),
      (["s.csv", "-o", "t", "--rejects", "t/r.csv"], "t/r.csv"), (["s.csv", "-o", "t", "--rejects", "s.csv"], "s.csv"),
      (["t/1/in.csv", "-o", "t"], "t/1/in.csv"),
    ] {
      let outcome = try Program.run(["tiles", "-f", "-z", "2"] + arguments, in: folder)
      RefusalTests.expectRefusal(outcome, code: 64, says: [word], in: folder, leaves: before.1)
    }
    #expect(made.contents == before.0 && folder.bytes("in.pmtiles") == Data(Sample.table.utf8))
  }
}
