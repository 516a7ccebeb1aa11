import Foundation
import TestSupport
import Testing

@Suite("Any format is a way to any picture") struct FormatCommandTests {
  /// One voyage of an hour in several formats.
  private enum Voyage {
    static let points = (0..<60).map { minute in
      (time: 1_612_325_100 + 60 * minute, latitude: 33_000_000 + minute * 900, longitude: 6_000_000 + minute * 1_200)
    }

    static func degrees(_ units: Int) -> String {
      // Exact: every point is a multiple of 3 units, that is of 5e-6 degrees.
      let e6 = units / 3 * 5
      let rest = String(e6 % 1_000_000)
      return "\(e6 / 1_000_000)." + String(repeating: "0", count: 6 - rest.count) + rest
    }

    static var csv: String {
      "mmsi,time,lat,lon\n"
        + points.map { "219000001,\($0.time),\(degrees($0.latitude)),\(degrees($0.longitude))\n" }.joined()
    }

    static var nmea: String {
      points.map {
        MessageBits.tagBlock("c:\($0.time)")
          + MadeMessage.classA(mmsi: 219_000_001, latitude: $0.latitude, longitude: $0.longitude).sentences()[0]
          + "\r\n"
      }.joined()
    }

    static var geoJSON: String {
      let places = points.map { "[\(degrees($0.longitude)),\(degrees($0.latitude))]" }.joined(separator: ",")
      let times = points.map { "\($0.time)" }.joined(separator: ",")
      return "{\"type\":\"Feature\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":[\(places)]},"
        + "\"properties\":{\"mmsi\":\"219000001\",\"times\":[\(times)]}}"
    }

    static var lines: String {
      points.map {
        "{\"mmsi\":219000001,\"timestamp\":\($0.time)000,\"lat\":\(degrees($0.latitude)),\"lon\":\(degrees($0.longitude))}\n"
      }.joined()
    }

    static var gpx: String {
      let formatter = ISO8601DateFormatter()
      return
        "<?xml version=\"1.0\"?><gpx version=\"1.1\" creator=\"x\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk>"
        + "<name>MMSI 219000001</name><trkseg>"
        + points.map {
          "<trkpt lat=\"\(degrees($0.latitude))\" lon=\"\(degrees($0.longitude))\"><time>"
            + formatter.string(from: Date(timeIntervalSince1970: Double($0.time))) + "</time></trkpt>"
        }.joined() + "</trkseg></trk></gpx>"
    }

    static let all = [("csv", csv), ("nmea", nmea), ("geojson", geoJSON), ("ndjson", lines), ("gpx", gpx)]
  }

  @Test("where no row can be used, the file of rejected rows says why of each")
  func rejectsOfNothing() throws {
    let folder = try Scratch()
    try folder.write("mmsi,time,lat,lon\n219000001,never,1,2\n219000001,2021-01-01,91,2\n", to: "s.csv")
    let done = try Program.run(["heatmap", "s.csv", "-o", "a.png", "--rejects", "r.csv"], in: folder)
    #expect(done.code == 65 && folder.bytes("a.png") == nil)
    let rejects = String(decoding: try #require(folder.bytes("r.csv")), as: UTF8.self)
    #expect(rejects == "file,line,reason,value\ns.csv,2,bad_time,never\ns.csv,3,bad_position,91 2\n")
  }

  @Test("what of a folder is no recording is named on standard error, in the summary and in the picture's record")
  func passedOver() throws {
    let folder = try Scratch()
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("in"), withIntermediateDirectories: false)
    try folder.write(Voyage.csv, to: "in/day2")
    try folder.write("Dear all,\n", to: "in/notes.txt")
    try Data(StoredZip.bytes([("x/readme", [0x23]), ("v", Array(Voyage.gpx.utf8))])).write(
      to: folder.url.appendingPathComponent("in/v.zip"))
    let arguments = ["heatmap", "in", "-o", "a.png", "--size", "300x200", "-f"]
    let short = try Program.run(arguments, in: folder)
    #expect(short.code == 0)
    #expect(short.complaint.contains("note: passed over 2 files that are no recordings, such as in/notes.txt (has no"))
    let long = try Program.run(arguments + ["-v"], in: folder)
    #expect(long.complaint.contains("note: passed over in/v.zip:x/readme: has no column for mmsi"))
    let summary = try Program.run(arguments + ["--json"], in: folder).json
    let told = summary?["passed_over"] as? [[String: String]]
    #expect(told?.map { $0["path"] } == ["in/notes.txt", "in/v.zip:x/readme"])
    #expect((summary?["inputs"] as? [[String: Any]])?.count == 2)
    let record = String(decoding: try #require(PNGChunks(folder.bytes("a.png"))?.contents["iTXt"]), as: UTF8.self)
    #expect(record.contains("\"passed_over\":[{\"name\":\"notes.txt\",\"why\":\"has no column"))
    #expect(record.contains("{\"name\":\"v.zip:x/readme\","))
  }

  @Test("results that cannot be written end with 74", .enabled(if: access("/dev/full", W_OK) == 0))
  func fullOutput() throws {
    let folder = try Scratch()
    try folder.write("mmsi,time,lat,lon\n219000001,2021-01-01,1,2\n", to: "s.csv")
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = [
      "-c", "\"$0\" inspect --json \"$1\" >/dev/full 2>/dev/null", Program.url.path,
      folder.url.appendingPathComponent("s.csv").path,
    ]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 74)
  }

  @Test("the same voyage is the same picture in CSV, NMEA, GeoJSON, JSON lines and GPX, named files or piped")
  func same() throws {
    let folder = try Scratch()
    var pictures: [Data] = []
    for (name, text) in Voyage.all {
      try folder.write(text, to: "v." + name)
      for input in ["v." + name, "-"] {
        let output = "\(name)\(input == "-" ? 1 : 0).png"
        let arguments = ["heatmap", input, "-o", output, "--bare", "--size", "300x200", "--json"]
        let pipe = try FileHandle(forReadingFrom: folder.url.appendingPathComponent("v." + name))
        let done = try Program.run(arguments, in: folder, input: input == "-" ? pipe : nil)
        #expect(done.code == 0, "\(name): \(done.complaint)")
        let summary = try #require(try JSONSerialization.jsonObject(with: done.output) as? [String: Any])
        let rows = try #require(summary["rows"] as? [String: Any])
        #expect(rows["accepted"] as? Int == 60 && rows["read"] as? Int == 60, "\(name)")
        #expect(summary["segments"] as? Int == 59)
        pictures.append(try #require(PNGChunks(folder.bytes(output))?.contents["IDAT"]))
      }
    }
    #expect(Set(pictures).count == 1)
  }

  @Test("names with control characters, direction marks, markup or formulas do nothing where they are shown")
  func names() throws {
    let folder = try Scratch()
    let name = "\u{202E}=cmd|x\u{1B}[31m<script>.csv"
    try folder.write("mmsi,time,lat,lon\n219000001,=1+2,1,2\n219000001,1612325100,1,2\n@x,1612325100,1,2\n", to: name)
    let done = try Program.run(["inspect", name, "--rejects", "r.csv"], in: folder)
    #expect(done.code == 0)
    let acting: Set<Unicode.Scalar> = ["\u{1B}", "\u{202E}", "\r"]
    let isQuiet = !String(decoding: done.output, as: UTF8.self).unicodeScalars.contains(where: acting.contains)
    #expect(isQuiet)
    let rejects = String(decoding: try #require(folder.bytes("r.csv")), as: UTF8.self)
    let cells = rejects.split(separator: "\n").dropFirst().flatMap { $0.split(separator: ",") }
    let isTame = cells.allSatisfy { cell in !["=", "@", "+", "-"].contains(cell.first) }
    #expect(isTame, "\(rejects)")
    let missing = try Program.run(["inspect", "no\u{202E}\nsuch\u{7}.csv"], in: folder)
    #expect(missing.code == 66 && missing.complaint.filter { $0 == "\n" }.count == 1)
    #expect(!missing.complaint.unicodeScalars.contains("\u{202E}") && !missing.complaint.contains("\u{7}"))
  }

  @Test("limits are said by name, and a wrong one is a wrong command line")
  func limits() throws {
    let folder = try Scratch()
    try folder.write(Voyage.csv.replacing("219000001,1612325160", with: "219000002,1612325160"), to: "v.csv")
    let few = try Program.run(["inspect", "v.csv", "--limit", "vessels=1"], in: folder)
    #expect(few.code == 65 && few.complaint.contains("name more than 1 vessels"))
    let wrong = try Program.run(["inspect", "v.csv", "--limit", "boats=1"], in: folder)
    #expect(wrong.code == 64 && wrong.complaint.contains("--limit"))
    let wide = try Program.run(["inspect", "v.csv", "--limit", "fields=3"], in: folder)
    #expect(wide.code == 65 && wide.complaint.contains("has 4 columns, more than 3"))
    let format = try Program.run(["inspect", "v.csv", "--format", "docx"], in: folder)
    #expect(format.code == 64 && format.complaint.contains("--format docx"))
  }

  @Test("files of events are counted by inspect like all rows")
  func events() throws {
    let folder = try Scratch()
    let header =
      "fishing_vessel_mmsi,transshipment_vessel_mmsi,start_time,end_time,mean_latitude,mean_longitude,duration_hr,"
      + "median_distance_km,median_speed_knots"
    let row = "412687290,354240000,2017-03-01 00:00:00,2017-03-01 05:00:00,-17.04,-79.06,5.0,0.03,0.5"
    try folder.write("\(header)\n\(row)\n\(row.replacing("2017-03-01 00:00:00", with: "never"))\n", to: "e.csv")
    let done = try Program.run(["inspect", "e.csv", "--json"], in: folder)
    let summary = try #require(try JSONSerialization.jsonObject(with: done.output) as? [String: Any])
    let rows = try #require(summary["rows"] as? [String: Any])
    #expect(rows["read"] as? Int == 2 && rows["accepted"] as? Int == 1)
    #expect((rows["rejected"] as? [String: Int])?["bad_time"] == 1)
    #expect((summary["events"] as? [String: Int])?["encounter"] == 1)
  }
}
