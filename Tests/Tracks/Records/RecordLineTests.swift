import Testing
import Tracks

@Suite("JSON of a value a line") struct RecordLineTests {
  private static let good = (0..<4).map {
    #"{"mmsi":219000001,"time":\#(1_612_325_100 + 60 * $0),"lat":1,"lon":2}"#
  }

  private func told(_ lines: [String]) throws -> [String] {
    try Reading(lines.joined(separator: "\n")).rejected.map { "\($0.line) \($0.reason.rawValue)" }
  }

  @Test(
    "a line that is no JSON is a row at fault, and costs only its line",
    arguments: [
      "noise", #"{"mmsi":2190"#, #"{"mmsi":219000001,"lat":"1"#, "[1,2", "]", "{\"a\":\u{1}}", "tru", #"{"a":1}}"#,
    ])
  func damaged(line: String) throws {
    let lines = [Self.good[0], Self.good[1], line, Self.good[2], Self.good[3]]
    #expect(try told(lines).contains("3 malformed"))
    #expect(try Reading(lines.joined(separator: "\n")).all.count == 4)
    #expect(try Reading(lines.joined(separator: "\r\n")).all.count == 4)
    #expect(try Reading((lines.dropLast(2) + lines.suffix(1)).joined(separator: "\n")).all.count == 3)
  }

  @Test("a limit ends the file even there, and so does damage in a document of several lines")
  func limits() throws {
    var options = ReadOptions()
    options.limits.deepestLevel = 5
    let deep = Self.good[0...1] + [String(repeating: "[", count: 9)]
    #expect(sentence(deep.joined(separator: "\n"), options)?.contains("--limit depth=") == true)
    let document = "[\n\(Self.good[0]),\n\(Self.good[1]),\n{\"mmsi\":\n]"
    #expect(sentence(document)?.contains("a.csv:5: not JSON") == true)
  }

  @Test("positions within an object are of the vessel that it names before them")
  func holder() throws {
    let text =
      #"{"mmsi":219000001,"name":"A","track":[{"lat":1,"lon":2,"t":1612325100},{"lat":1,"lon":2,"t":1612325160}]}"#
    #expect(try Reading(text).fixes[219_000_001]?.count == 2)
    let own = #"{"mmsi":219000001,"track":[{"mmsi":219000002,"lat":1,"lon":2,"t":1612325100}]}"#
    #expect(try Reading(own).fixes.keys.sorted() == [219_000_002])
    let fleet = "[\(text),\(own)]"
    #expect(try Reading(fleet).fixes.mapValues(\.count) == [219_000_001: 2, 219_000_002: 1])
  }

  @Test("a list within a position is of the vessel only where it is called its track")
  func listsOfPositions() throws {
    let lists =
      #""stations":[{"lat":3,"lon":4,"t":1612325100}],"data":{"x":{"ports":[{"lat":3,"lon":4,"t":1612325100}]}}"#
    let past = #""history":[{"lat":1.5,"lon":2,"t":1612325000}]"#
    let position = #"{"mmsi":219000001,"lat":1,"lon":2,"t":1612325100,\#(lists),\#(past)}"#
    for text in [position, "[\(position)]", "\(position)\n\(position)"] {
      let reading = try Reading(text)
      #expect(Set(reading.all.map(\.latitudeE7)) == [10_000_000, 15_000_000], "\(text)")
    }
    let targets =
      #"{"mmsi":219000001,"lat":1,"lon":2,"t":1612325100,"targets":[{"mmsi":219000002,"lat":3,"lon":4,"t":1612325100},{"lat":3,"lon":4,"t":1612325100}]}"#
    for text in [targets, "[\(targets)]"] {
      #expect(try Reading(text).fixes.mapValues(\.count) == [219_000_001: 1, 219_000_002: 1])
    }
    let around = #"{"lat":9,"lon":9,"radius":5,"vessels":[\#(position)]}"#
    #expect(try Reading(around).fixes.keys.sorted() == [219_000_001])
  }

  @Test("what stands beside a list of records in an array is no row")
  func beside() throws {
    let rows = #"[{"mmsi":219000001,"lat":1,"lon":2,"t":1612325100}]"#
    let reading = try Reading(#"[{"ok":true},\#(rows),{"next":null}]"#)
    #expect(reading.ledger.read == 1 && reading.ledger.accepted == 1)
  }
}
