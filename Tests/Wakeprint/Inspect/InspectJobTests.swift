import Cartography
import Foundation
import TestSupport
import Testing
import Wakeprint

@Suite("A first look at data") struct InspectJobTests {
  private func inspect(_ text: String, change: (inout InspectJob) -> Void = { _ in }) throws -> JobSummary {
    try inspect(bytes: Data(text.utf8), name: "a.csv", change: change)
  }

  private func inspect(
    bytes: Data, name: String, change: (inout InspectJob) -> Void = { _ in }
  ) throws -> JobSummary {
    let folder = FileManager.default.temporaryDirectory.path + "/wakeprint-inspect-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try bytes.write(to: URL(fileURLWithPath: folder + "/" + name))
    var job = InspectJob(input: InputRequest(paths: [folder + "/" + name]))
    change(&job)
    return try job.run()
  }

  /// The lines without the folder that the input lay in.
  private func lines(_ summary: JobSummary, _ style: PlainTextStyle) -> [String] {
    summary.inspectLines(style).map { line in
      guard let end = line.range(of: "/a.csv") else { return line }
      return String(line[line.index(after: end.lowerBound)...])
    }
  }

  @Test("the Solent sample's first look is the golden one, in Unicode and in ASCII", arguments: [false, true])
  func golden(isASCII: Bool) throws {
    let summary = try inspect(bytes: Data(EmbeddedResource.solentSample.bytes), name: "a.csv.gz")
    let lines = lines(summary, PlainTextStyle(isASCII: isASCII))
    #expect(lines.allSatisfy { $0.count <= 72 })
    #expect(!isASCII || lines.allSatisfy { $0.allSatisfy(\.isASCII) })
    let difference = GoldenText(isASCII ? "inspect-solent-ascii.txt" : "inspect-solent.txt", depth: 2)
      .difference(from: lines)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("a ship across the antimeridian is drawn on one line, with 180° in the middle", arguments: [40, 55, 72])
  func antimeridian(width: Int) throws {
    let rows = (0..<240).map { minute in
      let longitude = 179.0 + Double(minute) / 120
      return "211000001,\(1_709_251_200 + minute * 60),\(-10),\(longitude > 180 ? longitude - 360 : longitude)\n"
    }
    let summary = try inspect("mmsi,time,lat,lon\n" + rows.joined()) { $0.width = width }
    let look = try #require(summary.look)
    let used = (0..<look.map.rows).filter { row in
      look.map.positions[row * look.map.columns..<(row + 1) * look.map.columns].contains { $0 > 0 }
    }
    #expect(used.count == 1 && look.map.outside == 0 && look.map.positions.reduce(0, +) == 240)
    #expect(look.map.box.crossesAntimeridian)
    let lines = lines(summary, PlainTextStyle(width: width))
    #expect(lines.contains { $0.contains("180°") } && lines.allSatisfy { $0.count <= max(width, 72) })
  }

  @Test("a few strays do not make the map small: it shows the data and counts them")
  func strays() throws {
    var text = "mmsi,time,lat,lon\n"
    for step in 0..<4000 {
      text += "211000001,\(1_709_251_200 + step * 10),\(54 + Double(step % 200) / 1000),8.1\n"
    }
    // Two at a time, so that a leg leads from one to the other.
    for far in [(-30.0, 100.0), (60.0, -150.0)] {
      for step in 0..<2 { text += "211000002,\(1_709_251_200 + step * 10),\(far.0),\(far.1)\n" }
    }
    let look = try #require(try inspect(text).look)
    #expect(look.map.box.south > 53 && look.map.box.north < 55.5 && look.map.outside == 2)
  }

  @Test("the map has each position in its cell: a ship west of Portugal is in the sea, west of all land")
  func sea() throws {
    let rows = (0..<10).map {
      "211000001,\(1_709_251_200 + $0 * 60),39,-10.5\n211000002,\(1_709_251_200 + $0 * 60),39,-7\n"
    }
    let map = try #require(try inspect("mmsi,time,lat,lon\n" + rows.joined()).look).map
    let cells = map.positions.indices.filter { map.positions[$0] > 0 }
    #expect(cells.count == 2 && cells.map { map.positions[$0] } == [10, 10])
    #expect(cells.map { map.isLand[$0] } == [false, true])
  }

  @Test("threads change nothing but the seconds")
  func threads() throws {
    let bytes = Data(EmbeddedResource.solentSample.bytes)
    let one = try inspect(bytes: bytes, name: "a.csv.gz") { $0.input.reading.threads = 1 }
    let three = try inspect(bytes: bytes, name: "a.csv.gz") { $0.input.reading.threads = 3 }
    #expect(one.look != nil && one.look == three.look)
  }
}
