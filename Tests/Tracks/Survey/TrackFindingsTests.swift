import Geography
import Testing
import Tracks

@Suite("A first look at tracks") struct TrackFindingsTests {
  private static let header = "mmsi,time,lat,lon,name,imo,type\n"

  private func read(_ text: String, _ options: ReadOptions = ReadOptions()) throws -> ReadResult {
    var options = options
    options.keepsIdentity = true
    return try TrackReader([.memory(name: "a.csv", bytes: Array((Self.header + text).utf8))], options: options).read()
  }

  private func findings(_ text: String, threads: Int = 1, _ options: ReadOptions = ReadOptions()) throws
    -> TrackFindings
  {
    let result = try read(text, options)
    let time = try #require(result.survey.time)
    return try TrackFindings.of(result.tracks, during: time, rule: LegRule(), threads: threads)
  }

  /// 2024-03-01T00:00:00Z and so many seconds.
  private func time(_ seconds: Int) -> String { "\(1_709_251_200 + seconds)" }

  private func row(_ mmsi: Int, _ seconds: Int, _ latitude: Double, _ longitude: Double, _ said: String = ",,")
    -> String
  {
    "\(mmsi),\(time(seconds)),\(latitude),\(longitude),\(said)\n"
  }

  @Test("intervals, gaps, hours not observed and the longest are what counting by hand gives")
  func gaps() throws {
    let text =
      row(211_000_001, 0, 54, 8) + row(211_000_001, 10, 54, 8) + row(211_000_001, 10 + 7200, 54.1, 8)
      + row(211_000_002, 0, 55, 8) + row(211_000_002, 3601, 55, 8) + row(211_000_002, 3601 + 10_800, 55, 8)
      + row(211_000_003, 0, 56, 8) + row(211_000_003, 3600, 56, 8)
    let found = try findings(text)
    #expect(found.intervals.count == 5 && found.intervals.quantile(0.2) == 10_000)
    #expect(found.gaps.count == 3 && found.gaps.vessels == 2)
    #expect(found.gaps.milliseconds == (7200 + 3601 + 10_800) * 1000)
    #expect(found.gaps.longest.map(\.mmsi) == [211_000_002, 211_000_001, 211_000_002])
    let second = found.gaps.longest[1]
    #expect(second.duration == 7_200_000 && abs(second.distanceInMetres - 11_132) < 2)
    #expect(found.sharedNumbers.isEmpty && found.strays == 0)
  }

  @Test(
    "an MMSI sent in the North Sea and off Japan has two tracks that no one ship can have sailed; one stray has not")
  func shared() throws {
    var text = row(211_000_002, 90, -20, 60)
    for minute in 0..<6 {
      text += row(211_000_001, minute * 60, 54, 8) + row(211_000_001, minute * 60 + 30, 35, 140)
      text += row(211_000_002, minute * 60, 54, 8)
    }
    let found = try findings(text)
    #expect(found.sharedNumbers.map(\.mmsi) == [211_000_001])
    #expect(found.sharedNumbers.map(\.tracks) == [2] && found.sharedNumbers.map(\.positions) == [12])
    #expect(found.strays == 1)
  }

  @Test("workers and the disk change nothing")
  func sameWhateverTheWay() throws {
    var text = ""
    for vessel in 0..<300 {
      let latitude = 50 + Double(vessel % 20) / 3
      for step in 0..<40 {
        text += row(211_000_000 + vessel, step * (60 + vessel * 30), latitude, Double(step * vessel % 90))
      }
    }
    let first = try findings(text)
    #expect(first.gaps.count > 0 && first.strays + first.sharedNumbers.count > 0)
    var spilled = ReadOptions()
    spilled.memory = 4096
    #expect(try findings(text, threads: 3) == first && findings(text, threads: 2, spilled) == first)
  }

  @Test("vessels are counted by flag, type, name and IMO number; an IMO number of two MMSIs is told")
  func fleet() throws {
    let text =
      row(211_000_001, 0, 54, 8, "ANNA,9074729,70") + row(211_000_002, 0, 54, 8, ",9074729,80")
      + row(412_000_001, 0, 54, 8, "BERTA,9074728,30") + row(212_000_001, 0, 54, 8) + row(412_000_001, 9, 54, 8)
    let fleet = FleetFindings(try read(text).tracks)
    #expect(fleet.vessels == 4 && fleet.named == 2 && fleet.withIMO == 2 && fleet.withWrongIMO == 1)
    #expect(fleet.flags.map { $0.flag?.alpha2 } == ["DE", "CN", "CY"] && fleet.flags.map(\.vessels) == [2, 1, 1])
    #expect(fleet.count(.cargo) == 1 && fleet.count(.tanker) == 1 && fleet.count(.fishing) == 1)
    #expect(fleet.count(.unknown) == 1)
    #expect(fleet.sharedIMOs.map(\.imo) == [9_074_729])
    #expect(fleet.sharedIMOs.first?.vessels == [211_000_001, 211_000_002])
  }

  @Test("a table's columns are told with what they mean, those of a table without a header by number")
  func columns() throws {
    let text = "MMSI;BaseDateTime;Lat;Lon;Evil\u{202E};SOG\n211000001;2024-03-01T00:00:00Z;54;8;x;3\n"
    let named = try TrackReader([.memory(name: "a.csv", bytes: Array(text.utf8))], options: ReadOptions()).read()
    let columns = try #require(named.inputs.first?.columns)
    #expect(columns.map(\.name) == ["MMSI", "BaseDateTime", "Lat", "Lon", "Evil", "SOG"])
    #expect(columns.map(\.role) == [.mmsi, .time, .latitude, .longitude, nil, .speed])
    var options = ReadOptions()
    options.map = [.mmsi: "1", .time: "2", .latitude: "3", .longitude: "5"]
    let bare = Array("211000001,2024-03-01T00:00:00Z,54,x,8\n".utf8)
    let numbered = try TrackReader([.memory(name: "a.csv", bytes: bare)], options: options).read()
    #expect(numbered.inputs.first?.columns?.map(\.name) == ["1", "2", "3", "4", "5"])
    #expect(numbered.inputs.first?.columns?.map(\.role) == [.mmsi, .time, .latitude, nil, .longitude])
  }
}
