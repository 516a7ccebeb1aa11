import Testing
import Tracks

@Suite("Rejected rows") struct RejectedRowTests {
  private static let header = "mmsi,time,lat,lon"

  @Test("a rejected row has its file, its line, the header counted, and the first reason that applies")
  func lines() throws {
    let first = [
      RejectedRowTests.header, "219000001,2021-01-01T00:00:00,1,2", "219000001,2021-01-01T00:00:00,1", "",
      "219000001,never,1,2", "219000001,2021-01-01T00:00:00,91,181", "21900000,2021-01-01T00:00:00,1,2",
      "992191234,2021-01-01T00:00:00,1,2", "219000001,2021-01-01T00:00:00,1,2", "992191234,never,91,2",
    ]
    let second = [RejectedRowTests.header, "219000001,2021-01-01T00:00:00,1,2", "219000001,2021-01-01T00:01:00,x,2"]
    let reading = try Reading([first.joined(separator: "\r\n"), second.joined(separator: "\n")])
    let told = reading.rejected.map { "\($0.path):\($0.line) \($0.reason.rawValue)" }
    #expect(
      told == [
        "a.csv:3 malformed", "a.csv:5 bad_time", "a.csv:6 bad_position", "a.csv:7 bad_mmsi",
        "a.csv:8 not_a_vessel", "a.csv:10 bad_time", "b.csv:3 bad_position", "a.csv:9 duplicate", "b.csv:2 duplicate",
      ])
    #expect(reading.ledger.read == 10 && reading.ledger.accepted == 1)
    #expect(reading.ledger.rejected(.duplicate) == 2 && reading.ledger.rejected(.badTime) == 2)
  }

  @Test("a rounded number is no ship, and a time of day alone no instant")
  func partial() throws {
    let text = [
      "mmsi,date,time,lat,lon", "2.19E+08,2021-01-01,10:00,1,2", "219000001,,10:00,1,2", "219000001,2021-01-01,,1,2",
      "219000001,2021-01-32,10:00,1,2", "219000001,2021-01-01,10:00,1,2",
    ]
    let reading = try Reading(text.joined(separator: "\n"))
    #expect(
      reading.rejected.map { "\($0.line) \($0.reason.rawValue) \($0.value)" } == [
        "2 bad_mmsi 2.19E+08", "3 bad_time 10:00", "4 bad_time ", "5 bad_time 2021-01-32 10:00",
      ])
  }

  @Test("a row that a comma in a name has shifted is not whole; what is behind the position may be as it likes")
  func shifted() throws {
    let text = [
      "mmsi,time,name,lat,lon,note", "219000001,2021-01-02,OCEAN,12,50.5,1.5,",
      "219000001,2021-01-03,\"OCEAN,12\",50.5,1.5,x", "219000001,2021-01-04,OCEAN,50.5,1.5",
      "219000001,2021-01-05,OCEAN,12,50.5,1.5,x", "219000001,2021-01-06,OCEAN,50.5,1.5,x,,",
    ]
    let reading = try Reading(text.joined(separator: "\n"))
    #expect(
      reading.rejected.map { "\($0.line) \($0.reason.rawValue)" } == ["2 malformed", "5 malformed", "6 malformed"])
    let behind = "mmsi,time,lat,lon,name,note\n219000001,2021-01-01,50.5,1.5,OCEAN,12,x\n"
    #expect(try Reading(behind).ledger.accepted == 1)
  }

  @Test("behind a comma too many, what may have been moved is not read: no speed, course, type, name or length")
  func shiftedBehind() throws {
    let text = [
      "mmsi,time,lat,lon,status,sog,cog,name,length,to", "219000001,2021-01-01,50.5,1.5,under way, slowly,12,34,A,90,B",
      "219000001,2021-01-02,50.5,1.5,under way,12,34,\"A, B\",90,C",
      "219000002,2021-01-02,50.5,1.5,under way,12,34,A, B,90",
      "219000003,2021-01-02,50.5,1.5,under way,12,34,A, B,90,C",
    ]
    var options = ReadOptions()
    options.keepsIdentity = true
    for blank in ["", " "] {
      let bytes = Array(([text[0]] + text.dropFirst().map { blank + $0 }).joined(separator: "\n").utf8)
      let tracks = try TrackReader([.memory(name: "a", bytes: bytes)], options: options).read().tracks
      var scratch: [Fix] = []
      let speeds = try (0..<tracks.vesselCount).flatMap { vessel in
        try tracks.withFixes(ofVessel: vessel, scratch: &scratch) { $0.map(\.speedInKnots) }
      }
      #expect(speeds == [nil, 12, 12, nil])
      #expect(tracks.identity(ofMMSI: 219_000_001)?.name == "A, B")
      // As many fields as columns: nothing shows that the destination is missing.
      #expect(tracks.identity(ofMMSI: 219_000_002)?.name == "A")
      #expect(tracks.identity(ofMMSI: 219_000_003)?.name == nil)
    }
  }

  @Test("numbers with decimal commas between commas are no position")
  func decimalCommas() throws {
    for header in [
      "mmsi,time,lat,lon", "mmsi,time,lat,lon,sog", "time,mmsi,lat,lon,sog,cog,heading", "mmsi,time,lat,lon,name",
    ] {
      let isTimeFirst = header.hasPrefix("time")
      let head = isTimeFirst ? "2021-01-01,219000001," : "219000001,2021-01-01,"
      let rest = String(repeating: ",7", count: header.split(separator: ",").count - 4)
      let text = "\(header)\n\(head)30.5,-40.5\(rest)\n\(head)30,5,-40,5\(rest)\n"
      for blank in ["", " "] {
        let reading = try Reading(text.replacing("\n2", with: "\n\(blank)2"))
        #expect(reading.rejected.map { "\($0.line) \($0.reason.rawValue)" } == ["3 malformed"], "\(header)")
      }
    }
    // Whole degrees in a row of the right length are a position, and so are points before a comma in a name.
    let whole = "mmsi,time,lat,lon,name\n219000001,2021-01-01,30,-40,A\n219000001,2021-01-02,30.0,-40,A, B\n"
    #expect(try Reading(whole).ledger.accepted == 2)
    // The longitude would stand in the field that is empty.
    #expect(try Reading("mmsi,time,to,lat,lon\n219000001,2021-01-01,P,30,-40,\n").ledger.accepted == 1)
  }

  @Test("rows that all have a field too many before the position are refused with what to do")
  func trailingDelimiters() throws {
    let rows = (1...9).map { "A,219000001,2021-01-0\($0),50.5,1.5,12," }
    let text = (["name,mmsi,time,lat,lon,sog"] + rows).joined(separator: "\r\n")
    #expect(sentence(text)?.contains("check that they have as many fields as the header names") == true)
    #expect(try Reading(text.replacing("sog\r\n", with: "sog,\r\n")).ledger.accepted == 9)
  }

  @Test("a line that is too long is told by its number", arguments: [1, 3])
  func longLine(threads: Int) {
    var options = ReadOptions()
    options.limits.longestLine = 3_000
    options.chunkSize = 1
    options.threads = threads
    let rows = (0..<500).map { "219000001,\(1_600_000_000 + $0),1.5,2.5" }
    // Wherever it begins and ends in what is read at a time.
    for length in [3_000, 3_100, 4_500, 9_000] {
      for place in [0, 40, 80, 120, 300, 499] {
        var long = rows
        long[place] += String(repeating: "0", count: length)
        let failure = sentence(RejectedRowTests.header + "\n" + long.joined(separator: "\n"), options)
        #expect(
          failure?.hasPrefix("a.csv:\(place + 2): is a line of more than 3000 bytes") == true, "\(failure ?? "")")
      }
    }
  }

  @Test("a line of JSON that is none is told with its text")
  func json() throws {
    let good = "{\"mmsi\":219000001,\"time\":1612325100,\"lat\":1,\"lon\":2}\n"
    let long = "{\"x\": [" + String(repeating: "1,", count: 200)
    let cut = String(good.dropLast(5))
    let lines = [good, cut + "\n", good, "{\"a\" 1}\n", long + "\n"]
    let malformed = try Reading(lines.joined()).rejected.filter { $0.reason == RejectReason.malformed }
    let told = malformed.map { "\($0.line) \($0.value)" }
    #expect(told == ["2 " + cut, "4 {\"a\" 1}", "5 " + long.prefix(120) + "…"])
  }

  @Test("a line of JSON with a damaged escape costs only itself, and those behind it keep their numbers")
  func escapes() throws {
    let good = "{\"mmsi\":219000001,\"time\":16123251__,\"lat\":1,\"lon\":2}"
    let bad = ["{\"mmsi\":219000001,\"name\":\"a\\", "{\"mmsi\":219000001,\"name\":\"a\\nb\\q\"}", "{\"x\":\"\\"]
    for line in bad {
      let lines = (10..<20).map { good.replacing("__", with: "\($0)") } + [line]
      let text = (lines + (20..<30).map { good.replacing("__", with: "\($0)") } + ["x"]).joined(separator: "\n")
      let reading = try Reading(text)
      #expect(reading.ledger.accepted == 20)
      #expect(reading.rejected.map(\.line) == [11, 22] && reading.rejected.map(\.value) == [line, "x"])
    }
  }

  @Test("a strict run names the first bad line whatever the threads", arguments: [1, 2, 7, 16])
  func strict(threads: Int) {
    var rows = (0..<90_000).map { "219000001,\(1_600_000_000 + $0),1.5,2.5" }
    for bad in [60_002, 60_003, 70_000, 89_000] { rows[bad - 2] = "219000001,1600000000,95,2" }
    rows[10] = "992191234,1600000000,1,2"
    var options = ReadOptions()
    options.isStrict = true
    options.threads = threads
    let good = RejectedRowTests.header + "\n219000001,2021-01-01,1,2\n"
    let bad = RejectedRowTests.header + "\n" + rows.joined(separator: "\n")
    for _ in 0..<2 {
      let failure = #expect(throws: TracksError.self) { _ = try Reading([good, bad, bad], options) }
      #expect(failure == .badRow(path: "b.csv", line: 60_002, reason: .badPosition))
    }
  }

  @Test("a strict run lets duplicates and stations pass, as they are no faults of a row")
  func lenient() throws {
    var options = ReadOptions()
    options.isStrict = true
    let row = "219000001,2021-01-01T00:00:00,1,2"
    let rows = [RejectedRowTests.header, row, row, "992191234,2021-01-01T00:00:00,1,2"]
    #expect(try Reading(rows.joined(separator: "\n"), options).ledger.accepted == 1)
  }
}
