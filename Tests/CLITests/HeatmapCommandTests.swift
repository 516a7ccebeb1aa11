import Digest
import Foundation
import Testing

@Suite("The heatmap command keeps its contract")
struct HeatmapCommandTests {
  /// The bytes of a bare-minimum picture made with more options.
  static func picture(
    _ options: [String], inputs: [String] = ["s.csv"], in folder: Scratch, frame: [String] = Sample.frame
  ) throws -> Data? {
    let outcome = try Program.run(["heatmap"] + inputs + ["-f", "-q", "-o", "a.png"] + frame + options, in: folder)
    #expect(outcome.code == 0, "\(outcome.complaint)")
    #expect(outcome.complaint.isEmpty && outcome.output.isEmpty)
    return folder.bytes("a.png")
  }

  static func summary(_ options: [String], in folder: Scratch) throws -> [String: Any] {
    let outcome = try Program.run(["inspect", "s.csv", "--json"] + options, in: folder)
    #expect(outcome.code == 0, "\(outcome.complaint)")
    return try #require(outcome.json)
  }

  @Test("threads, memory, the scale saved and the order of inputs do not change a byte")
  func sameBytes() throws {
    let folder = try Scratch()
    try folder.write(Sample.table, to: "s.csv")
    try folder.write(Sample.header + Sample.rows(0..<30), to: "p.csv")
    try folder.write(Sample.header + Sample.rows(30..<60), to: "q.csv")
    let first = try #require(try Self.picture(["--threads", "1"], in: folder))
    for options in [["--threads", "2"], ["--threads", "16"], ["--memory", "1MB"], ["--save-scale", "scale.json"]] {
      #expect(try Self.picture(options, in: folder) == first, "\(options)")
    }
    #expect(try Self.picture(["--use-scale", "scale.json"], in: folder) == first)
    let split = try Self.picture([], inputs: ["p.csv", "q.csv"], in: folder)
    #expect(try Self.picture([], inputs: ["q.csv", "p.csv"], in: folder) == split)
  }

  static let accepted: [[String]] = [
    ["--measure", "hours"], ["--measure", "transits"], ["--measure", "vessels"], ["--measure", "positions"],
    ["--scaling", "eq"], ["--scaling", "log"], ["--scaling", "sqrt"], ["--scaling", "linear"],
    ["--range", "0.1,5"], ["--palette", "inferno"], ["--smooth", "3px"], ["--smooth", "2km"], ["--gap-after", "90s"],
    ["--gap-after", "30m"], ["--gap-after", "2h"], ["--gap-after=7d"], ["--max-speed", "20"], ["--theme", "light"],
    ["--theme", "print"], ["--scale", "2"], ["--mmsi", "211000001,211000002"],
    ["--map", "lat=lat,lon=lon,time=time,mmsi=mmsi"], ["--from", "2024-03-01", "--to", "2024-03-02T00:00:00Z"],
    ["--title", String(repeating: "long ", count: 60), "--subtitle", "s", "--source", "s"],
    ["--title", "⚓️🚢", "--banner", "שלום עולם \u{202E}\u{1B}[31m\u{7}\n"], ["--title", "", "--banner", ""],
    ["--bare"], ["--bare", "--basemap"], ["--memory", "512MiB"],
  ]

  @Test("every option of the contract makes a whole PNG", arguments: accepted)
  func options(options: [String]) throws {
    let picture = try #require(PNGChunks(try Self.picture(options, in: try Sample.folder())))
    let factor = options == ["--scale", "2"] ? 2 : 1
    #expect(picture.width == 320 * factor && picture.height == 200 * factor)
    for name in ["sRGB", "pHYs", "iTXt"] { #expect(picture.names.contains(name), "\(name)") }
  }

  @Test("negative edges, both spellings, and a box over the antimeridian are read")
  func boxes() throws {
    let folder = try Sample.folder()
    let size = ["--size", "200x120"]
    let apart = try Self.picture(["--bbox", "-5,30,10,60", "--bare"], in: folder, frame: size)
    #expect(apart != nil)
    let joined = try Self.picture(["--bbox=-5,30,10,60", "--bare"], in: folder, frame: size)
    #expect(PNGChunks(joined)?.contents["IDAT"] == PNGChunks(apart)?.contents["IDAT"])
    #expect(try Self.picture(["--bbox", "150,-30,-150,30"], in: folder, frame: size) != nil)
  }

  @Test("a bare picture is a palette with transparency, a bare basemap is not empty")
  func bare() throws {
    let picture = try #require(PNGChunks(try Self.picture(["--bare"], in: try Sample.folder())))
    #expect(picture.colorType == 3)
    #expect(picture.names.contains("PLTE") && picture.names.contains("tRNS"))
  }

  @Test("with --zoom the size follows from the box, rounded outward to whole pixels")
  func zoom() throws {
    let folder = try Sample.folder()
    let frame = ["--bare", "--zoom", "6", "--bbox", "0,40,11.25,60"]
    let picture = try #require(PNGChunks(try Self.picture([], in: folder, frame: frame)))
    let world = 256.0 * 64
    func row(_ latitude: Double) -> Double { world * (0.5 - asinh(tan(latitude * .pi / 180)) / (2 * .pi)) }
    #expect(picture.width == 512)
    #expect(picture.height == Int(row(40).rounded(.up) - row(60).rounded(.down)))
  }

  @Test("the summary's sums hold and its outputs are what was written")
  func json() throws {
    let folder = try Scratch()
    try folder.write(Sample.table + "211000001,never,54,8\n211000001,2024-03-01T15:00:00Z,95,8\n", to: "s.csv")
    let outcome = try Program.run(
      ["heatmap", "s.csv", "--json", "--output", "a.png", "--rejects", "r.csv", "--bbox", "7.9,53.9,8.05,54.3"]
        + ["--size", "320x200"], in: folder)
    let summary = try #require(outcome.json)
    for key in [
      "command", "version", "inputs", "rows", "vessels", "segments", "gaps", "time", "bbox", "hours", "outputs",
      "elapsed_s",
    ] { #expect(summary[key] != nil, "\(key)") }
    let rows = try #require(summary["rows"] as? [String: Any])
    let rejected = try #require(rows["rejected"] as? [String: Int])
    #expect(rows["read"] as? Int == 122 && rows["accepted"] as? Int == 120)
    #expect(rejected["bad_time"] == 1 && rejected["bad_position"] == 1)
    #expect(rejected.values.reduce(0, +) == 2)
    let hours = try #require(summary["hours"] as? [String: Double])
    let (total, inside, outside) = (hours["total"] ?? 0, hours["inside"] ?? 0, hours["outside"] ?? 0)
    #expect(abs(total - 118.0 / 60) < 1e-9)
    #expect(abs(total - inside - outside) < 1e-9)
    let outputs = try #require(summary["outputs"] as? [[String: Any]])
    #expect(outputs.compactMap { $0["path"] as? String } == ["a.png", "r.csv"])
    for output in outputs {
      let bytes = try #require(folder.bytes(output["path"] as? String ?? ""))
      #expect(output["bytes"] as? Int == bytes.count)
      #expect(output["sha256"] as? String == SHA256.digest(of: [UInt8](bytes)).hexadecimal)
    }
    let rejects = String(decoding: try #require(folder.bytes("r.csv")), as: UTF8.self)
    let told = "s.csv,122,bad_time,never\ns.csv,123,bad_position,95 8\n"
    #expect(rejects == "file,line,reason,value\n" + told)
  }

  @Test("--from is inclusive and --to exclusive; --mmsi chooses vessels")
  func selection() throws {
    let folder = try Sample.folder()
    let span = ["--from", "2024-03-01T12:10:00Z", "--to", "2024-03-01T12:20"]
    let rows = try #require(try Self.summary(span, in: folder)["rows"] as? [String: Any])
    #expect(rows["accepted"] as? Int == 20)
    #expect((rows["rejected"] as? [String: Int])?["outside_time"] == 100)
    let one = try Self.summary(["--mmsi", "211000002"], in: folder)
    #expect(one["vessels"] as? Int == 1)
    #expect((one["rows"] as? [String: Any])?["accepted"] as? Int == 60)
  }

  @Test("a silence longer than --gap-after is a gap, as long is none")
  func gaps() throws {
    let folder = try Sample.folder()
    #expect(try Self.summary(["--gap-after", "60s"], in: folder)["gaps"] as? Int == 0)
    #expect(try Self.summary(["--gap-after", "59s"], in: folder)["gaps"] as? Int == 118)
  }

  @Test("standard input, a folder and a cut last line are read")
  func inputs() throws {
    let folder = try Sample.folder()
    let file = try FileHandle(forReadingFrom: folder.url.appendingPathComponent("s.csv"))
    let piped = try Program.run(["inspect", "-", "--json"], in: folder, input: file)
    #expect((piped.json?["rows"] as? [String: Any])?["accepted"] as? Int == 120)
    let found = try Program.run(["inspect", ".", "--json"], in: folder)
    #expect((found.json?["rows"] as? [String: Any])?["accepted"] as? Int == 120)
    for cut in 1...30 {
      try folder.write(String(Sample.table.dropLast(cut)), to: "cut.csv")
      let outcome = try Program.run(["inspect", "cut.csv", "--json"], in: folder)
      #expect(outcome.code == 0, "\(cut): \(outcome.complaint)")
    }
  }

  @Test("columns that no alias fits are named with --map")
  func map() throws {
    let folder = try Scratch()
    try folder.write("w,x,y,z\n" + Sample.rows(), to: "s.csv")
    let summary = try Self.summary(["--map", "mmsi=w,time=x,lat=y,lon=z"], in: folder)
    #expect((summary["rows"] as? [String: Any])?["accepted"] as? Int == 120)
  }

  @Test("help has an example, the version is one line, completion scripts are not empty")
  func help() throws {
    let folder = try Scratch()
    for arguments in [["--help"], ["heatmap", "--help"], ["inspect", "-h"], ["demo", "--help"]] {
      let outcome = try Program.run(arguments, in: folder)
      #expect(outcome.code == 0 && outcome.complaint.isEmpty)
      #expect(outcome.text.contains("Example: wakeprint "))
    }
    let version = try Program.run(["--version"], in: folder)
    #expect(version.code == 0 && version.text.split(separator: "\n").count == 1)
    for shell in ["bash", "zsh", "fish"] {
      let outcome = try Program.run(["--generate-completion-script", shell], in: folder)
      #expect(outcome.code == 0 && outcome.text.contains("heatmap"))
    }
  }
}
