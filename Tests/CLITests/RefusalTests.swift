import Foundation
import Testing

@Suite("A wrong command line or wrong data is one line and a code; no output is left")
struct RefusalTests {
  static func expectRefusal(
    _ outcome: Program.Outcome, code: Int32, says words: [String] = [], in folder: Scratch, leaves names: [String]
  ) {
    #expect(outcome.code == code, "\(outcome.complaint)")
    #expect(outcome.complaint.hasPrefix("wakeprint: "))
    #expect(outcome.complaint.hasSuffix("\n") && outcome.complaint.filter { $0 == "\n" }.count == 1)
    for word in words { #expect(outcome.complaint.contains(word)) }
    #expect(outcome.output.isEmpty)
    #expect(folder.names == names.sorted())
  }

  static let wrongLines: [([String], String)] = [
    (["s.csv", "-o", "a.png", "--bogus"], "--bogus"), (["-o", "a.png"], "inputs"), (["s.csv"], "--output"),
    (["s.csv", "-o", "a.jpg"], ".tif"), (["s.csv", "-o", "a"], ".png"),
    (["s.csv", "-o", "a.png", "--size", "0x0"], "0x0"), (["s.csv", "-o", "a.png", "--size", "-1x5"], "--size"),
    (["s.csv", "-o", "a.png", "--size", "100000x100000"], "too large"),
    (["s.csv", "-o", "a.png", "--size", "640"], "--size"),
    (["s.csv", "-o", "a.png", "--bbox", "1,2,3"], "--bbox"),
    (["s.csv", "-o", "a.png", "--bbox", "-500,0,10,20"], "off the world"),
    (["s.csv", "-o", "a.png", "--bbox", "0,20,10,0"], "upside down"),
    (["s.csv", "-o", "a.png", "--bbox", "nan,0,1,2"], "--bbox"),
    (["s.csv", "-o", "a.png", "--region", "Yelow Sea"], "Yellow Sea"),
    (["s.csv", "-o", "a.png", "--region", "Malta", "--bbox", "0,0,1,1"], "--region"),
    (["s.csv", "-o", "a.png", "--palette", "nope"], "viridis"),
    (["s.csv", "-o", "a.png", "--palette", "nope"], "cividis"),
    (["s.csv", "-o", "a.png", "--gap-after", "3"], "--gap-after"),
    (["s.csv", "-o", "a.png", "--max-speed", "0"], "--max-speed"),
    (["s.csv", "-o", "a.png", "--range", "5,1"], "--range"),
    (["s.csv", "-o", "a.png", "--smooth", "2"], "--smooth"),
    (["s.csv", "-o", "a.png", "--threads", "0"], "--threads"),
    (["s.csv", "-o", "a.png", "--memory", "much"], "--memory"),
    (["s.csv", "-o", "a.png", "--theme", "pink"], "light"),
    (["s.csv", "-o", "a.png", "--measure", "boats"], "vessels"),
    (["s.csv", "-o", "a.png", "--scaling", "cube"], "sqrt"),
    (["s.csv", "-o", "a.png", "--zoom", "99"], "--zoom"),
    (["s.csv", "-o", "a.png", "--zoom", "5", "--size", "9x9"], "--zoom"),
    (["s.csv", "-o", "a.png", "--scale", "0"], "--scale"),
    (["s.csv", "-o", "a.png", "--from", "soon"], "--from"),
    (["s.csv", "-o", "a.png", "--from", "2024-03-02", "--to", "2024-03-01"], "--to"),
    (["s.csv", "-o", "a.png", "--mmsi", "abc"], "--mmsi"), (["s.csv", "-o", "a.png", "--map", "lat"], "--map"),
    (["s.csv", "-o", "a.png", "-q", "-v"], "--quiet"),
  ]

  @Test("a wrong command line ends with 64 and names the option", arguments: wrongLines)
  func usage(arguments: [String], word: String) throws {
    let folder = try Sample.folder()
    let outcome = try Program.run(["heatmap"] + arguments, in: folder)
    Self.expectRefusal(outcome, code: 64, says: [word], in: folder, leaves: ["s.csv"])
  }

  static let wrongData: [(Data, [String])] = [
    (Data(), ["is empty"]),
    (Data("a,b,c\n1,2,3\n".utf8), ["mmsi, time, lat, lon", "--map"]),
    (Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 73 ^ $0 >> 3) }), []),
    (Sample.table.data(using: .utf16) ?? Data(), ["UTF-16"]),
  ]

  @Test("data without a usable row ends with 65 and names the file", arguments: ["heatmap", "inspect"], wrongData)
  func data(command: String, data: (Data, [String])) throws {
    let folder = try Scratch()
    try data.0.write(to: folder.url.appendingPathComponent("x.csv"))
    let output = command == "heatmap" ? ["-o", "a.png"] : []
    let outcome = try Program.run([command, "x.csv"] + output, in: folder)
    Self.expectRefusal(outcome, code: 65, says: ["x.csv"] + data.1, in: folder, leaves: ["x.csv"])
  }

  @Test(
    "where no row can be used, inspect tells all the same what there is, and ends with 65", arguments: [false, true])
  func inspected(asJSON: Bool) throws {
    let folder = try Scratch()
    try folder.write(Sample.header + "\n219000001,never,1,2\n", to: "x.csv")
    let outcome = try Program.run(["inspect", "x.csv"] + (asJSON ? ["--json"] : []), in: folder)
    #expect(outcome.code == 65)
    #expect(outcome.complaint.hasPrefix("wakeprint: x.csv: none of its 1 rows can be used"))
    if asJSON {
      let rejected = (outcome.json?["rows"] as? [String: Any])?["rejected"] as? [String: Int]
      #expect(rejected?["bad_time"] == 1 && outcome.json?["look"] == nil)
    } else {
      let text = String(decoding: outcome.output, as: UTF8.self)
      #expect(text.contains("columns") && text.contains("1 bad_time"))
    }
  }

  @Test("an empty folder ends with 65, a missing input or scale with 66")
  func inputs() throws {
    let folder = try Sample.folder()
    let empty = folder.url.appendingPathComponent("empty")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: false)
    let left = ["empty", "s.csv"]
    for (input, code) in [("empty", 65), ("none.csv", 66)] as [(String, Int32)] {
      let outcome = try Program.run(["heatmap", input, "-o", "a.png"], in: folder)
      Self.expectRefusal(outcome, code: code, says: [input], in: folder, leaves: left)
    }
    let scale = try Program.run(["heatmap", "s.csv", "-o", "a.png", "--use-scale", "none.json"], in: folder)
    Self.expectRefusal(scale, code: 66, says: ["none.json"], in: folder, leaves: left)
  }

  @Test("a strict run ends with 65 at the first bad row, with its file and line")
  func strict() throws {
    let folder = try Scratch()
    try folder.write(Sample.table + "211000001,never,54,8\n211000001,2024-03-01T15:00:00Z,95,8\n", to: "s.csv")
    let outcome = try Program.run(["heatmap", "s.csv", "-o", "a.png", "--strict"], in: folder)
    Self.expectRefusal(outcome, code: 65, says: ["s.csv:122:"], in: folder, leaves: ["s.csv"])
  }

  @Test("an output that stands or cannot be made ends with 73 and is named; --force replaces it")
  func outputs() throws {
    let folder = try Sample.folder()
    try folder.write("precious", to: "old.png")
    for path in ["old.png", "nowhere/a.png", "s.csv/a.png"] {
      let outcome = try Program.run(["heatmap", "s.csv", "-o", path], in: folder)
      Self.expectRefusal(outcome, code: 73, says: [path], in: folder, leaves: ["old.png", "s.csv"])
    }
    #expect(folder.bytes("old.png") == Data("precious".utf8))
    let forced = try Program.run(["heatmap", "s.csv", "-f", "-o", "old.png"] + Sample.frame, in: folder)
    #expect(forced.code == 0)
    #expect(PNGChunks(folder.bytes("old.png")) != nil)
  }

  @Test("no output replaces an input or another output, even with --force")
  func collisions() throws {
    let folder = try Sample.folder()
    for arguments in [
      ["heatmap", "s.csv", "-f", "-o", "a.png", "--save-scale", "a.png"],
      ["heatmap", "s.csv", "-f", "-o", "a.png", "--rejects", "./s.csv"],
      ["inspect", "s.csv", "-f", "--rejects", "s.csv"],
    ] {
      let outcome = try Program.run(arguments, in: folder)
      Self.expectRefusal(outcome, code: 64, says: [arguments.last ?? ""], in: folder, leaves: ["s.csv"])
    }
    #expect(folder.bytes("s.csv") == Data(Sample.table.utf8))
  }

  @Test("a full disk ends with 74 and is named", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDisk() throws {
    let folder = try Sample.folder()
    let link = folder.url.appendingPathComponent("full.png").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/dev/full")
    let outcome = try Program.run(["heatmap", "s.csv", "-f", "-o", "full.png"] + Sample.frame, in: folder)
    Self.expectRefusal(outcome, code: 74, says: ["full.png"], in: folder, leaves: ["full.png", "s.csv"])
  }

  @Test("an interrupted run ends with 130 and leaves no litter")
  func interruption() throws {
    let folder = try Scratch()
    let pipe = Pipe()
    let run = try Program.start(["heatmap", "-", "-o", "a.png"], in: folder, input: pipe)
    pipe.fileHandleForWriting.write(Data(Sample.table.utf8))
    Thread.sleep(forTimeInterval: 0.5)
    kill(run.process.processIdentifier, SIGINT)
    let outcome = try run.outcome(limitInSeconds: 10)
    withExtendedLifetime(pipe) {}
    Self.expectRefusal(outcome, code: 130, says: ["interrupted"], in: folder, leaves: [])
  }
}
