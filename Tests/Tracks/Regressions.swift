import TestSupport
import Testing
import Tracks

@Suite("Regressions of reading") struct Regressions {
  private static let row = "219000001,2021-01-01T00:00:00,1,2"

  @Test("ten NUL bytes are no date")
  func nulDate() {
    let nulls = String(repeating: "\0", count: 10)
    let text = "mmsi,time,lat,lon\n219000001,\(nulls)T12:00:00,1,2\n"
    #expect(sentence(text)?.contains("bad_time 1") == true)
  }

  @Test("what a library says of a damaged file cannot break the line of a sentence or act on a terminal")
  func libraryWords() {
    // A member that claims to be larger than it is: libarchive ends its sentence with a line feed.
    var zip = StoredZip.bytes([("a.csv", Array("mmsi,time,lat,lon\n\(Regressions.row)\n".utf8))])
    zip[25] = 8
    let failure = #expect(throws: TracksError.self) { _ = try Reading(sources: [.memory(name: "a.zip", bytes: zip)]) }
    #expect(failure?.description.hasPrefix("a.zip: cannot be decompressed (") == true)
    #expect(failure?.description.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } == true)
    let named = TracksError.unusable(path: "a\u{1B}[2J", line: 1, why: "has a column \u{202E}x\n")
    #expect(named.description == "a[2J:1: has a column x")
  }

  @Test("one column cannot be two things")
  func sameColumn() {
    var options = ReadOptions()
    options.map = [.latitude: "x", .longitude: "x"]
    let failure = sentence("mmsi,time,x\n219000001,2021-01-01T00:00:00,5\n", options)
    #expect(failure?.contains("column 3 stands for both lat and lon; give each its own column") == true)
  }

  @Test("a number in --map is not taken for a value that stands in a table without a header")
  func numbersAreNotNames() throws {
    var options = ReadOptions()
    options.map = [.mmsi: "2", .time: "3", .latitude: "4", .longitude: "5"]
    let reading = try Reading("3,219000001,2021-01-01T00:00:00,1,2\n5,219000001,2021-01-01T00:01:00,1,4", options)
    #expect(reading.all.map(\.longitudeE7) == [20_000_000, 40_000_000])
    let comma = try Reading("7;219000001;2021-01-01T00:00:00;1,5;2,5", options)
    #expect(comma.all.map(\.longitudeE7) == [25_000_000])
  }

  @Test("a quote that does not close in a column that may be absent does not cost the row")
  func openQuote() throws {
    var options = ReadOptions()
    let text = "mmsi,time,lat,lon,sog\n" + Regressions.row + ",\"5.5\n"
    for keeps in [true, false] {
      options.keepsSpeedAndCourse = keeps
      #expect(try Reading(text, options).ledger.accepted == 1)
    }
  }

  @Test("a strict run names a bad row before an input that cannot be used", arguments: [1, 2, 16])
  func firstFailure(threads: Int) {
    let rows = (0..<30_000).map { "219000001,\(1_600_000_000 + $0),1.5,2.5" } + ["219000001,never,1,2"]
    var options = ReadOptions()
    options.isStrict = true
    options.threads = threads
    let table = "mmsi,time,lat,lon\n" + rows.joined(separator: "\n")
    for _ in 0..<4 {
      let failure = #expect(throws: TracksError.self) { _ = try Reading([table, ""], options) }
      #expect(failure == .badRow(path: "a.csv", line: 30_002, reason: .badTime))
    }
  }
}
