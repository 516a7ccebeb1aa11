import Foundation
import TestSupport
import Testing

@Suite("Styles and fonts from files")
struct StyleCommandTests {
  /// A letter for private use, which no font of any system has.
  private static let letter: Unicode.Scalar = "\u{F4A7}"
  private static let font = SmallFont([(letter, 700), ("H", 714)])
  private static let map = ["map", "s.csv", "--size", "480x300", "-o", "a.png"]

  private func folder() throws -> Scratch {
    let folder = try Scratch()
    try folder.write(MapCommandTests.table, to: "s.csv")
    return folder
  }

  private func record(_ folder: Scratch) throws -> [String: Any] {
    let texts = String(decoding: try #require(PNGChunks(folder.bytes("a.png"))?.contents["iTXt"]), as: UTF8.self)
    let start = try #require(texts.range(of: "{\"program\"")?.lowerBound)
    let end = try #require(texts.lastIndex(of: "}"))
    return try #require(JSONSerialization.jsonObject(with: Data(texts[start...end].utf8)) as? [String: Any])
  }

  @Test("a style changes the picture, and its name and hash are in the record")
  func style() throws {
    let folder = try folder()
    #expect(try Program.run(Self.map, in: folder).code == 0)
    let plain = try #require(folder.bytes("a.png"))
    #expect(try record(folder)["style"] == nil)
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("house"), withIntermediateDirectories: true)
    try folder.write(##"{"sea": "#123456", "tracks": {"width": 3}}"##, to: "house/blue.json")
    let outcome = try Program.run(Self.map + ["-f", "--style", "house/blue.json"], in: folder)
    #expect(outcome.code == 0, "\(outcome.complaint)")
    #expect(folder.bytes("a.png") != plain)
    let record = try record(folder)
    let style = try #require(record["style"] as? [String: Any])
    #expect(style["name"] as? String == "blue.json" && (style["sha256"] as? String)?.count == 64)
    #expect((record["command"] as? [String])?.contains("blue.json") == true)
    #expect(record["theme"] as? String == "dark")
  }

  @Test(
    "a bad style is one sentence that names file and key, and nothing is written",
    arguments: [
      (
        ##"{"coast": {"colour": "#FFFFFF"}}"##,
        "x.json: 'coast.colour' is no key of a style; did you mean 'coast.color'?"
      ),
      (#"{"sea": "blue"}"#, "x.json: 'sea' is \"blue\"; write a colour"), ("{", "x.json: is not JSON"),
      ("[]", "x.json: is no style"), (#"{"fonts": {"regular": ["none.ttf"]}}"#, "none.ttf: cannot be read"),
      ("too long", "larger than 1 MB"),
    ])
  func badStyle(text: String, words: String) throws {
    let folder = try folder()
    try folder.write(text == "too long" ? String(repeating: " ", count: 1_100_000) : text, to: "x.json")
    for command in [Self.map, ["heatmap", "s.csv", "-o", "a.png"], ["tiles", "s.csv", "-o", "a.pmtiles"]] {
      let outcome = try Program.run(command + ["--style", "x.json"], in: folder)
      RefusalTests.expectRefusal(
        outcome, code: words.contains("none.ttf") ? 66 : 65, says: [words], in: folder, leaves: ["s.csv", "x.json"])
    }
  }

  @Test("a style or a font that is not there is 66, a font that is none 65, no name 64")
  func missingFiles() throws {
    let folder = try folder()
    for (options, code) in [
      (["--style", "no.json"], Int32(66)), (["--font", "no.ttf"], 66), (["--font", "s.csv"], 65),
      (["--font", "a,,b"], 64),
    ] {
      RefusalTests.expectRefusal(
        try Program.run(Self.map + options, in: folder), code: code, says: [options[1]], in: folder, leaves: ["s.csv"])
    }
  }

  @Test("letters come from a named font, from that of a style, and from the user's own folder, and the record says so")
  func fonts() throws {
    let folder = try folder()
    let home = try Scratch()
    let title = ["--title", "Port \(Self.letter)"]
    let bare = try Program.run(Self.map + title, in: folder, home: home.url)
    #expect(bare.complaint.contains("no font at hand has \(Self.letter)"))
    let boxed = try #require(folder.bytes("a.png"))

    try Data(Self.font.bytes).write(to: folder.url.appendingPathComponent("small.ttf"))
    let named = try Program.run(Self.map + title + ["-f", "--font", "./small.ttf"], in: folder, home: home.url)
    #expect(named.code == 0 && !named.complaint.contains("no font"), "\(named.complaint)")
    let first = try #require((try record(folder)["fonts"] as? [[String: Any]])?.first)
    #expect(first["name"] as? String == "small.ttf" && (first["sha256"] as? String)?.count == 64)
    let drawn = try #require(folder.bytes("a.png"))
    #expect(drawn != boxed)

    try folder.write(#"{"fonts": {"regular": ["small.ttf"]}}"#, to: "x.json")
    let styled = try Program.run(Self.map + title + ["-f", "--style", "x.json"], in: folder, home: home.url)
    #expect(!styled.complaint.contains("no font"), "\(styled.complaint)")
    #expect((try record(folder)["fonts"] as? [Any])?.count == 1)

    let fonts = home.url.appendingPathComponent(".local/share/fonts/deep")
    try FileManager.default.createDirectory(at: fonts, withIntermediateDirectories: true)
    try Data(Self.font.bytes).write(to: fonts.appendingPathComponent("own.ttf"))
    try Data("rubbish".utf8).write(to: fonts.appendingPathComponent("a.ttf"))
    let found = try Program.run(Self.map + title + ["-f"], in: folder, home: home.url)
    #expect(found.complaint.contains("own.ttf of this system"), "\(found.complaint)")
    let system = try #require(try record(folder)["fonts_of_the_system"] as? [[String: Any]])
    #expect(system.map { $0["name"] as? String } == ["own.ttf"])
    #expect(folder.bytes("a.png") != boxed)

    // The system is not asked where nothing is missing.
    #expect(try Program.run(Self.map + ["-f", "--title", "Port"], in: folder, home: home.url).code == 0)
    #expect(try record(folder)["fonts_of_the_system"] == nil)
  }
}
