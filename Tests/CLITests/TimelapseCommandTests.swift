import Foundation
import TestSupport
import Testing

@Suite("The timelapse command keeps its contract")
struct TimelapseCommandTests {
  /// Ships that wander about a place for a day, with silences among their positions.
  static let table: String = {
    var random = SeededGenerator(seed: 0x66_696C_6D)
    var text = "mmsi,time,lat,lon\n"
    for vessel in 0..<9 {
      var (seconds, north, east) = (
        1_700_006_400 + vessel * 311, 54 + random.number(-0.4...0.4), 8 + random.number(-0.4...0.4)
      )
      for _ in 0..<90 {
        text += "\(211_000_001 + vessel),\(seconds),\(north),\(east)\n"
        seconds += Int.random(in: 0..<12, using: &random) == 0 ? 9_000 : Int.random(in: 30...900, using: &random)
        north += random.number(-1...1) * 0.02
        east += random.number(-1...1) * 0.03
      }
    }
    return text
  }()

  static let frame = ["--bbox", "7,53.4,9,54.6", "--size", "320x240"]
  /// 2023-11-15, from 00:00 to 24:00, which the recording covers in part.
  static let day = ["--from", "2023-11-15T00:00:00Z", "--to", "2023-11-16T00:00:00Z"]

  static func folder() throws -> Scratch {
    let folder = try Scratch()
    try folder.write(table, to: "s.csv")
    try folder.write(Self.events, to: "e.json")
    return folder
  }

  static let events = #"""
    {"type": "FeatureCollection", "features": [
      {"type": "Feature", "geometry": {"type": "Point", "coordinates": [8.05, 54.05]},
        "properties": {"type": "encounter", "id": "first", "start": "2023-11-15T03:00:00Z", "end": "2023-11-15T05:00:00Z",
          "vessels": [{"mmsi": 211000001}, {"mmsi": 211000002}]}},
      {"type": "Feature", "geometry": {"type": "Point", "coordinates": [7.9, 53.9]},
        "properties": {"type": "loitering", "id": "second", "start": "2023-11-15T09:30:00Z", "end": "2023-11-15T15:00:00Z",
          "vessels": [{"mmsi": 211000003}]}}]}
    """#

  static func run(_ arguments: [String], in folder: Scratch) throws {
    let outcome = try Program.run(arguments + ["-q"], in: folder)
    #expect(outcome.code == 0, "\(outcome.complaint)")
  }

  static func frames(_ name: String, in folder: Scratch) throws -> [[String: Any]] {
    let text = try #require(folder.bytes("\(name)/frames.json"))
    let json = try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
    return try #require(json["frames"] as? [[String: Any]])
  }

  @Test("frames are half-open stretches of one length; the last ends with the film, shorter where it must")
  func frames() throws {
    let folder = try Self.folder()
    let outcome = try Program.run(
      ["timelapse", "s.csv", "-o", "film", "--every", "5h", "--json"] + Self.day + Self.frame, in: folder)
    #expect(outcome.code == 0, "\(outcome.complaint)")
    #expect(outcome.json?["frames"] as? Int == 5)
    let frames = try Self.frames("film", in: folder)
    #expect(frames.map { $0["from"] as? String } == ["00", "05", "10", "15", "20"].map { "2023-11-15T\($0):00:00Z" })
    #expect(
      frames.map { $0["to"] as? String }
        == ["15T05", "15T10", "15T15", "15T20", "16T00"].map { "2023-11-\($0):00:00Z" })
    let names = (0..<5).map { "frame_00000\($0).png" }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/film").sorted() == names + ["frames.json"]
    )
    #expect(frames.map { $0["file"] as? String } == names)
    for name in names {
      let picture = try TilePicture("film/\(name)", in: folder)
      #expect(picture.width == 320 && picture.height == 240)
    }
  }

  @Test("a plain frame is the bare map of its trail's time, pixel by pixel")
  func plain() throws {
    let folder = try Self.folder()
    try Self.run(
      ["timelapse", "s.csv", "-o", "film", "--every", "2h", "--trail", "6h", "--plain", "--bare"] + Self.day
        + Self.frame,
      in: folder)
    var inked = 0
    for (frame, hours) in [(0, 0..<2), (3, 2..<8), (7, 10..<16), (11, 18..<24)] {
      let from = String(format: "2023-11-15T%02d:00:00Z", hours.lowerBound)
      let to =
        hours.upperBound == 24 ? "2023-11-16T00:00:00Z" : String(format: "2023-11-15T%02d:00:00Z", hours.upperBound)
      try Self.run(
        ["map", "s.csv", "-o", "m.png", "-f", "--bare", "--from", from, "--to", to] + Self.frame, in: folder)
      let map = try TilePicture("m.png", in: folder)
      #expect(try TilePicture(String(format: "film/frame_%06d.png", frame), in: folder) == map, "frame \(frame)")
      inked += map.inked
    }
    #expect(inked > 500)
  }

  @Test(
    "a bare frame of density is the bare heatmap of its window in the film's scale, pixel by pixel",
    arguments: ["hours", "transits", "vessels", "positions"], [false, true])
  func density(measure: String, isSmooth: Bool) throws {
    let folder = try Self.folder()
    let options = ["--bare", "--measure", measure] + (isSmooth ? ["--smooth", "2px"] : []) + Self.frame
    try Self.run(
      ["timelapse", "s.csv", "-o", "film", "--every", "2h", "--window", "5h", "--save-scale", "scale.json"] + options
        + Self.day, in: folder)
    try Self.run(
      ["timelapse", "s.csv", "-o", "all", "--every", "2h", "--cumulative", "--use-scale", "scale.json"] + options
        + Self.day, in: folder)
    var inked = 0
    for (film, frame, hours) in [("film", 0, 0..<2), ("film", 3, 3..<8), ("film", 11, 19..<24), ("all", 4, 0..<10)] {
      let from = String(format: "2023-11-15T%02d:00:00Z", hours.lowerBound)
      let to =
        hours.upperBound == 24
        ? "2023-11-16T00:00:00Z" : String(format: "2023-11-15T%02d:00:00Z", hours.upperBound)
      try Self.run(
        ["heatmap", "s.csv", "-o", "h.png", "-f", "--use-scale", "scale.json", "--from", from, "--to", to] + options,
        in: folder)
      let heatmap = try TilePicture("h.png", in: folder)
      #expect(
        try TilePicture(String(format: "\(film)/frame_%06d.png", frame), in: folder) == heatmap, "\(film) \(frame)")
      inked += heatmap.inked
    }
    #expect(inked > 300)
    let text = try #require(folder.bytes("film/frames.json"))
    let scale = try #require(
      (try JSONSerialization.jsonObject(with: text) as? [String: Any])?["scale"] as? [String: Any])
    #expect(scale["wakeprint_scale"] as? Int == 1)
  }

  @Test("an event is marked from the frame on in which it begins")
  func marked() throws {
    let folder = try Self.folder()
    try Self.run(
      ["timelapse", "s.csv", "--events", "e.json", "-o", "film", "--every", "1h"] + Self.day + Self.frame, in: folder)
    let ids = try Self.frames("film", in: folder).map { $0["events"] as? [String] ?? [] }
    // A frame shows the instant at its end: an event of 03:00 is there at 03:00.
    #expect(
      ids == Array(repeating: [], count: 2) + Array(repeating: ["first"], count: 7)
        + Array(repeating: ["first", "second"], count: 15))
  }

  @Test("the same film has the same bytes whatever the number of threads")
  func threads() throws {
    let folder = try Self.folder()
    for count in ["1", "2", "5"] {
      try Self.run(
        [
          "timelapse", "s.csv", "--events", "e.json", "-o", "film\(count)", "--every", "90m", "--threads", count,
          "--poster",
          "poster\(count).png",
        ] + Self.day + Self.frame, in: folder)
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/film1") {
      for count in ["2", "5"] {
        #expect(folder.bytes("film1/\(name)") == folder.bytes("film\(count)/\(name)"), "\(name)")
      }
    }
    // At most one event lasts at a time: the poster is the frame with most ships of those with one.
    let frames = try Self.frames("film1", in: folder)
    let lasting = frames.filter {
      ["2023-11-15T04", "2023-11-15T10", "2023-11-15T12", "2023-11-15T13"].contains(
        ($0["to"] as? String ?? "").prefix(13))
    }
    let best = try #require(lasting.max { ($0["ships"] as? Int ?? 0) < ($1["ships"] as? Int ?? 0) }?["ships"] as? Int)
    let posters = frames.filter {
      folder.bytes("film1/" + ($0["file"] as? String ?? "")) == folder.bytes("poster1.png")
    }
    #expect(posters.contains { $0["ships"] as? Int == best })
    #expect(folder.bytes("poster1.png") == folder.bytes("poster5.png"))
  }

  @Test("an interrupted run is gone on with to the bytes of one that was not, and leaves no half film")
  func resumed() throws {
    let folder = try Self.folder()
    let arguments = ["timelapse", "s.csv", "--every", "1m", "--threads", "1"] + Self.day + Self.frame
    let run = try Program.start(arguments + ["-o", "film", "-q"], in: folder)
    let place = folder.url.path + "/.film.wakeprint-tmp/frame_000020.png"
    while run.process.isRunning, access(place, F_OK) != 0 { usleep(500) }
    kill(run.process.processIdentifier, SIGINT)
    let outcome = try run.outcome(limitInSeconds: 10)
    #expect(outcome.code == 130)
    #expect(!folder.names.contains("film"))
    let kept =
      try FileManager.default.attributesOfItem(
        atPath: folder.url.path + "/.film.wakeprint-tmp/frame_000003.png")[.modificationDate] as? Date
    try Self.run(arguments + ["-o", "film", "--resume"], in: folder)
    let now =
      try FileManager.default.attributesOfItem(
        atPath: folder.url.path + "/film/frame_000003.png")[.modificationDate] as? Date
    #expect(kept != nil && kept == now)
    try Self.run(arguments + ["-o", "whole"], in: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/whole")
    #expect(names.count == 1_441)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/film").sorted() == names.sorted())
    for name in names { #expect(folder.bytes("film/\(name)") == folder.bytes("whole/\(name)"), "\(name)") }
  }

  @Test("a dry run writes nothing and says what there would be")
  func dryRun() throws {
    let folder = try Self.folder()
    let outcome = try Program.run(
      ["timelapse", "s.csv", "-o", "film", "--every", "10m", "--dry-run", "--json"] + Self.day + Self.frame, in: folder)
    #expect(outcome.code == 0, "\(outcome.complaint)")
    #expect(outcome.json?["frames"] as? Int == 144)
    let estimate = try #require(outcome.json?["estimate"] as? [String: Any])
    #expect(estimate["width"] as? Int == 320 && estimate["height"] as? Int == 240)
    #expect(estimate["plays_s"] as? Double == 6)
    #expect(folder.names == ["e.json", "s.csv"])
    try Self.run(["timelapse", "s.csv", "-o", "film", "--every", "10m"] + Self.day + Self.frame, in: folder)
    let bytes = try FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/film").reduce(0) {
      $0 + ($1.hasSuffix(".png") ? folder.bytes("film/\($1)")?.count ?? 0 : 0)
    }
    let said = try #require(estimate["bytes"] as? Int)
    #expect(abs(said - bytes) < bytes / 4, "\(said) said, \(bytes) written")
  }

  @Test("the camera keeps those that it follows in view, on one grid, and cuts to events")
  func cameras() throws {
    let folder = try Self.folder()
    try Self.run(
      ["timelapse", "s.csv", "-o", "pair", "--every", "20m", "--follow", "211000001,211000002"] + Self.day + Self.frame,
      in: folder)
    let boxes = try Self.frames("pair", in: folder).compactMap { $0["bbox"] as? [Double] }
    #expect(boxes.count == 72 && Set(boxes).count > 10)
    #expect(Set(boxes.map { (($0[2] - $0[0]) * 1e6).rounded() }).count == 1)
    try Self.run(
      [
        "timelapse", "s.csv", "--events", "e.json", "-o", "cuts", "--every", "10m", "--fps", "8", "--zoom-to-events",
        "--close-up", "10km",
      ] + Self.day + Self.frame, in: folder)
    let frames = try Self.frames("cuts", in: folder)
    let four = try #require(frames.first { $0["to"] as? String == "2023-11-15T04:00:00Z" }?["bbox"] as? [Double])
    let noon = try #require(frames.first { $0["to"] as? String == "2023-11-15T08:00:00Z" }?["bbox"] as? [Double])
    #expect(four[0] < 8.05 && 8.05 < four[2] && four[1] < 54.05 && 54.05 < four[3] && four[2] - four[0] < 1)
    #expect(noon[2] - noon[0] >= 2)
  }

  @Test(
    "what makes no film is refused in one sentence",
    arguments: [
      (["--every", "0s", "-o", "f"], 64, "--every"), (["--fps", "0", "-o", "f"], 64, "--fps"),
      (["--window", "0s", "-o", "f"], 64, "--window"),
      (["--measure", "hours", "--scaling", "log", "-o", "f"], 64, "--scaling"),
      (["--window", "1h", "--cumulative", "-o", "f"], 64, "--cumulative"),
      (["--every", "1s", "--from", "1999-01-01", "-o", "f"], 64, "frames"),
      (["--follow", "999", "-o", "f"], 65, "--follow 999"), (["-o", "f.png"], 64, "f.png"),
      (["--poster", "p.jpg", "-o", "f"], 64, "p.jpg"), (["--resume", "-o", "f.apng"], 64, "--resume"),
      (["-o", "s.csv"], 64, "s.csv"), (["-o", "kept", "-f"], 73, "kept"),
      (["--from", "2031-01-01", "-o", "f"], 65, "s.csv"),
      (["--events", "no.json", "-o", "f"], 66, "no.json"), (["--poster", "f/p.png", "-o", "f"], 73, "f/p.png"),
    ])
  func refused(arguments: [String], code: Int32, words: String) throws {
    let folder = try Self.folder()
    try FileManager.default.createDirectory(atPath: folder.url.path + "/kept", withIntermediateDirectories: false)
    try folder.write("mine", to: "kept/notes.txt")
    let outcome = try Program.run(["timelapse", "s.csv"] + arguments + Self.frame, in: folder)
    #expect(outcome.code == code, "\(outcome.complaint)")
    #expect(outcome.complaint.hasPrefix("wakeprint: ") && outcome.complaint.contains(words))
    #expect(outcome.complaint.split(separator: "\n").count == 1)
    #expect(folder.names == ["e.json", "kept", "s.csv"])
    #expect(folder.bytes("kept/notes.txt") == Data("mine".utf8))
  }
}
