import Foundation
import Testing

@Suite("wakeprint verify")
struct VerifyCommandTests {
  private func makeSet() throws -> Scratch {
    let folder = try Scratch()
    let tiles = folder.url.appendingPathComponent("set/0/0")
    try FileManager.default.createDirectory(at: tiles, withIntermediateDirectories: true)
    let png = Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")
    try #require(png).write(to: tiles.appendingPathComponent("0.png"))
    try folder.write(#"{"tilejson": "3.0.0", "tiles": ["{z}/{x}/{y}.png"], "maxzoom": 0}"#, to: "set/tiles.json")
    return folder
  }

  @Test("a sound set ends with 0 and a summary, or with nothing when quiet")
  func sound() throws {
    let folder = try makeSet()
    let outcome = try Program.run(["verify", "set"], in: folder)
    #expect(outcome.code == 0 && outcome.output.isEmpty && outcome.complaint.hasSuffix("sound\n"))
    let quiet = try Program.run(["verify", "-q", "set"], in: folder)
    #expect(quiet.code == 0 && quiet.output.isEmpty && quiet.complaint.isEmpty)
    let json = try Program.run(["verify", "--json", "set"], in: folder)
    #expect(json.code == 0 && json.json?["sound"] as? Bool == true)
  }

  @Test("each fault is a line, the last line counts them, and the code is 65")
  func unsound() throws {
    let folder = try makeSet()
    try folder.write("", to: "set/0/0/0.png")
    try folder.write("", to: "set/stray")
    let outcome = try Program.run(["verify", "set"], in: folder)
    let lines = outcome.complaint.split(separator: "\n")
    #expect(outcome.code == 65 && lines.count == 3 && lines.allSatisfy { $0.hasPrefix("wakeprint: set: ") })
    #expect(lines.last?.contains("2 faults found") == true)
    let json = try Program.run(["verify", "--json", "set"], in: folder)
    #expect(json.code == 65 && (json.json?["faults"] as? [Any])?.count == 2)
    #expect(json.complaint.split(separator: "\n").count == 1)
  }

  @Test("a missing set ends with 66, another file with 65")
  func refused() throws {
    let folder = try Sample.folder()
    let missing = try Program.run(["verify", "none"], in: folder)
    RefusalTests.expectRefusal(missing, code: 66, says: ["none"], in: folder, leaves: ["s.csv"])
    let other = try Program.run(["verify", "s.csv"], in: folder)
    RefusalTests.expectRefusal(other, code: 65, says: ["s.csv", "no tile set"], in: folder, leaves: ["s.csv"])
  }
}
