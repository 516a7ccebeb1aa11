import TestSupport
import Testing
import Tracks

@Suite("Vessel identities") struct VesselIdentityTests {
  private static let header =
    "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,"
    + "Length,Width,Draft"

  /// The tracks of tables in memory.
  private func readTables(
    _ texts: [String], _ change: (inout ReadOptions) -> Void = { _ in }
  ) throws -> TrackSet {
    var options = ReadOptions()
    options.keepsIdentity = true
    change(&options)
    let sources = texts.enumerated().map { InputSource.memory(name: "\($0).csv", bytes: Array($1.utf8)) }
    return try TrackReader(sources, options: options).read().tracks
  }

  private func read(_ rows: [String]) throws -> TrackSet {
    try readTables([([Self.header] + rows).joined(separator: "\n") + "\n"])
  }

  /// A row of MarineCadastre; `said` are name, IMO, call sign, type, status, length, width and draught.
  private func row(_ mmsi: Int = 219_000_001, day: Int = 1, second: Int, _ said: String) -> String {
    let clock = [second / 3_600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(mmsi),2021-01-0\(day)T\(clock.joined(separator: ":")),55.5,12.5,5.0,90.0,91.0,\(said)"
  }

  /// Milliseconds of 2021-01-01T00:00:00Z.
  private static let midnight: Int64 = 1_609_459_200_000

  @Test("of each field the value reported last counts, and empty fields take nothing back")
  func last() throws {
    let tracks = try read([
      row(second: 1, "FIRST,IMO9074729,ABCD,70,0,100,20,5.5"), row(second: 9, "LAST,,,31,0,,21.5,"),
      row(second: 5, "MIDDLE,9466350,EFGH,80,0,120,,6.25"), row(second: 20, ",,,,5,,,"),
    ])
    let identity = try #require(tracks.identity(ofVessel: 0))
    #expect(identity.nameReported == Self.midnight + 9_000 && identity.typeReported == Self.midnight + 9_000)
    #expect(identity.callSignReported == Self.midnight + 5_000 && identity.imoReported == Self.midnight + 5_000)
    #expect(identity.sizeReported == Self.midnight + 9_000)
    #expect(identity.name == "LAST" && identity.callSign == "EFGH" && identity.imo == 9_466_350)
    #expect(identity.typeText == "31" && identity.type == .tug && identity.isTowing && !identity.isPilot)
    #expect(identity.lengthInMetres == 120 && identity.widthInMetres == 21.5)
    #expect(identity.lastReported == Self.midnight + 9_000)
    #expect(
      identity.changes == [
        IdentityChange(field: .name, from: "FIRST", to: "MIDDLE", at: Self.midnight + 5_000),
        IdentityChange(field: .imo, from: "9074729", to: "9466350", at: Self.midnight + 5_000),
        IdentityChange(field: .callSign, from: "ABCD", to: "EFGH", at: Self.midnight + 5_000),
        IdentityChange(field: .name, from: "MIDDLE", to: "LAST", at: Self.midnight + 9_000),
      ])
  }

  @Test("a message without a position says who the vessel is, and is rejected all the same")
  func withoutPosition() throws {
    let options = { (options: inout ReadOptions) in options.keepsIdentity = true }
    let text =
      "mmsi,timestamp,lat,lon,shipname,imo\n219000001,2021-01-01T00:00:00Z,55.5,12.5,,\n"
      + "219000001,2021-01-01T00:05:00Z,,,\"SEA, STAR\",9074729\n219000001,2021-01-01T00:06:00Z,91,181,SEA STAR II,\n"
      + "2190001,2021-01-01T00:07:00Z,,,NOBODY,\n"
    let tracks = try readTables([text], options)
    let identity = try #require(tracks.identity(ofVessel: 0))
    #expect(tracks.fixCount == 1)
    #expect(identity.name == "SEA STAR II" && identity.imo == 9_074_729)
    #expect(identity.changes.map(\.from) == ["SEA, STAR"])
    #expect(SaidText(Array("PEI YUH NO.6@@@@@@BL".utf8)).text == "PEI YUH NO.6")
  }

  @Test("a change in the first or the last byte of what rows say is noticed, however long that is")
  func everyByte() throws {
    // A hundred vessels and more in turn, so that rows that are looked at together are of many.
    let lengths = 1...110
    func rows(_ second: Int, _ first: Character, _ draught: String) -> [String] {
      lengths.map { length in
        let name = String([first]) + String(repeating: "X", count: length - 1)
        return row(219_000_000 + length, second: second, "\(name),,,70,0,100,20,\(draught)")
      }
    }
    let tracks = try read(rows(1, "A", "5.5") + rows(2, "A", "5.5") + rows(3, "A", "5.6") + rows(4, "B", "5.6"))
    #expect(tracks.vesselCount == lengths.count)
    for vessel in 0..<tracks.vesselCount {
      let identity = try #require(tracks.identity(ofVessel: vessel))
      #expect(identity.draught(before: Self.midnight + 2_500) == 5.5)
      #expect(identity.draught(after: Self.midnight + 2_500) == 5.6)
      #expect(identity.changes.map(\.at) == [Self.midnight + 4_000])
    }
  }

  @Test("a name that comes back is a change back, and no more than 64 are told")
  func changes() throws {
    let few = try read((1...3).map { row(day: $0, second: 5, "\($0 == 2 ? "OTHER" : "OWN"),,,,,,,") })
    let identity = try #require(few.identity(ofVessel: 0))
    #expect(identity.changes.map { "\($0.from)>\($0.to)" } == ["OWN>OTHER", "OTHER>OWN"])
    let many = try read((0..<200).map { row(second: $0, "N\($0),,,,,,,") })
    #expect(many.identity(ofVessel: 0)?.changes.count == 63, "a day has at most 64 sayings of a vessel")
    let days = try read((0..<200).map { row(day: 1 + $0 % 9, second: $0, "N\($0),,,,,,,") })
    #expect(days.identity(ofVessel: 0)?.changes.count == VesselIdentity.mostChanges)
  }

  @Test("a draught before an instant is the latest at or before it, and after it the earliest at or after")
  func draughts() throws {
    let said = [(10, "5.5"), (20, "5.5"), (30, "0"), (40, "7.0"), (50, "7.0"), (60, "5.5")]
    let tracks = try read(said.map { row(day: 2, second: $0.0, "A,,,,,,,\($0.1)") })
    let identity = try #require(tracks.identity(ofVessel: 0))
    func at(_ second: Int64) -> Int64 { Self.midnight + 86_400_000 + second * 1_000 }
    // Of a day the first and last of each saying are kept, and 5.5 is said before and after 7.0.
    #expect(identity.draughts.map(\.metres) == [5.5, 7, 5.5])
    #expect(identity.draughts.map(\.time) == [at(10), at(40), at(60)])
    #expect(identity.draught(before: at(9)) == nil && identity.draught(before: at(10)) == 5.5)
    #expect(identity.draught(before: at(39)) == 5.5 && identity.draught(before: at(40)) == 7)
    #expect(identity.draught(before: at(99)) == 5.5)
    #expect(identity.draught(after: at(0)) == 5.5 && identity.draught(after: at(45)) == 7)
    #expect(identity.draught(after: at(51)) == 5.5 && identity.draught(after: at(61)) == nil)
  }

  @Test("what stands for nothing says nothing")
  func absent() throws {
    let said = [
      ",,,,,,,", "  , ,\t,  ,0,,,", "Unknown,Unknown,Unknown,Undefined,0,0,0,0",
      "undefined,IMO0000000,@@@,0,5,0.0,-1,0.0",
      "@@@@@@@,0,\"\",Unknown,0,x,1e9,25.6", "\u{202E} \u{7},123456789012,,999,0,5000,nan,-3",
    ]
    let tracks = try read(said.enumerated().map { row(second: $0.offset, $0.element) })
    #expect(tracks.fixCount == said.count && tracks.identities().isEmpty && tracks.identity(ofVessel: 0) == nil)
    var off = ReadOptions()
    off.keepsIdentity = false
    #expect(try readTables([Self.header + "\n" + row(second: 1, "A,,,,,,,")]) { $0 = off }.identities().isEmpty)
  }

  @Test("names are read with their quotes, and made fit to be shown")
  func names() throws {
    let known: [(String, String?)] = [
      ("\"RAY \"\"CHIEF\"\" TONEY\"", "RAY \"CHIEF\" TONEY"), ("RAY \"CHIEF\" TONEY", "RAY \"CHIEF\" TONEY"),
      ("\"A, B\"", "A, B"), (" TRIM ME ", "TRIM ME"), ("PADDED@@@@", "PADDED"), ("ÆGIR", "ÆGIR"),
      ("TWO\u{202E}WAYS\u{2066}", "TWOWAYS"), ("BELL\u{7}", "BELL"), (String(repeating: "N", count: 90), nil),
      (String(repeating: "ø", count: 90), nil),
    ]
    for (text, expected) in known {
      let name = expected ?? String(text.prefix(64))
      // A second row finds the bytes of the first.
      let tracks = try read([
        row(second: 1, "\(text),9074729,AB,70,0,90,9,5"), row(second: 2, "\(text),9074729,AB,70,5,90,9,5"),
        row(second: 3, "\(text),9074729,AB,70,5,90,9,5"),
      ])
      let identity = try #require(tracks.identity(ofVessel: 0))
      #expect(identity.name == name && identity.imo == 9_074_729 && identity.draught(before: .max) == 5, "\(text)")
      #expect(identity.lastReported == Self.midnight + 3_000 && identity.changes.isEmpty, "\(text)")
    }
  }

  @Test("the check digit of an IMO number is reckoned")
  func checkDigits() throws {
    for imo: UInt32 in [9_074_729, 9_466_350, 1_234_567, 8_814_275] { #expect(VesselIdentity.isValid(imo: imo)) }
    for imo: UInt32 in [9_423_711, 9_074_728, 0, 12, 19_074_729] { #expect(!VesselIdentity.isValid(imo: imo)) }
    let tracks = try read([row(second: 1, "A,IMO 9074729,,,,,,"), row(219_000_002, second: 1, "B,9074728.0,,,,,,")])
    #expect(tracks.identities().map(\.identity.hasValidIMOCheckDigit) == [true, false])
    #expect(tracks.identities().map(\.identity.imo) == [9_074_729, 9_074_728])
  }

  @Test("vessels of one IMO number are named together, in order")
  func shared() throws {
    let said = [(3, "IMO9074729"), (1, "9074729"), (2, "9074728"), (4, "9074728"), (5, "8814275"), (6, "")]
    let tracks = try read(said.map { row(219_000_000 + $0.0, second: 1, "S\($0.0),\($0.1),,,,,,") })
    #expect(tracks.identities().map(\.mmsi) == (219_000_001...219_000_006).map { $0 })
    #expect(tracks.sharedIMOs().map(\.imo) == [9_074_729])
    #expect(tracks.sharedIMOs().first?.vessels == [219_000_001, 219_000_003])
  }

  @Test("tugs and pilots are known by number and by word")
  func work() throws {
    let known: [(String, Bool, Bool)] = [
      ("31", true, false), ("32", true, false), ("52", true, false), ("Tug", true, false), ("50", false, true),
      ("Towing long/wide", true, false), ("Pilot", false, true), ("PILOT VESSEL", false, true), ("70", false, false),
      ("50.0", false, true), ("53", false, false), ("Cargo", false, false),
    ]
    for (text, isTowing, isPilot) in known {
      let identity = try #require(try read([row(second: 1, ",,,\(text),,,,")]).identity(ofVessel: 0))
      #expect(identity.isTowing == isTowing && identity.isPilot == isPilot && identity.typeText == text, "\(text)")
    }
  }

  @Test("nothing depends on the order of rows, chunks, threads or files", arguments: [UInt64(1), 2])
  func order(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let names = ["ALFA", "BRAVO", "\"CHARLIE, \"\"X\"\"\"", "", "Unknown", "DELTA"]
    var rows = (0..<20_000).map { _ in
      let said = [
        names.randomElement(using: &random), ["IMO9074729", "9466350", "", "0"].randomElement(using: &random),
        ["AB", "", "CD"].randomElement(using: &random), ["70", "31", "", "Undefined"].randomElement(using: &random),
        ["0", "5"].randomElement(using: &random), ["100", ""].randomElement(using: &random), "20",
        ["5.5", "6.0", "0", ""].randomElement(using: &random),
      ].map { $0 ?? "" }.joined(separator: ",")
      return row(
        219_000_000 + Int.random(in: 0..<30, using: &random), day: Int.random(in: 1...5, using: &random),
        second: Int.random(in: 0..<3_000, using: &random), said)
    }
    let expected = try read(rows).identities()
    #expect(expected.count == 30 && expected.allSatisfy { $0.identity.draughts.count > 3 })
    #expect(expected.allSatisfy { $0.identity.changes.count > 8 })
    for (threads, size) in [(1, 1 << 20), (3, 4_000), (16, 70_000)] {
      rows.shuffle(using: &random)
      let cut = Int.random(in: 1..<rows.count, using: &random)
      // The second file has its columns in another order, with positions between them.
      let turned = rows[cut...].map(Self.turned)
      let texts = [
        Self.header + "\n" + rows[..<cut].joined(separator: "\n") + "\n",
        "VesselName,MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,IMO,CallSign,VesselType,Status,Length,Width,Draft\n"
          + turned.joined(separator: "\r\n"),
      ]
      let found = try readTables(texts) {
        $0.threads = threads
        $0.chunkSize = size
        $0.keepsVesselType = threads == 3
      }.identities()
      #expect(found.map(\.mmsi) == expected.map(\.mmsi) && found.map(\.identity) == expected.map(\.identity))
    }
  }

  /// The same row with its name in front.
  private static func turned(_ row: String) -> String {
    var fields = row.split(separator: ",", omittingEmptySubsequences: false)
    let count = fields[7].hasPrefix("\"") ? 2 : 1
    let name = fields[7..<7 + count].joined(separator: ",")
    fields.removeSubrange(7..<7 + count)
    return "\(name)," + fields.joined(separator: ",")
  }

  @Test("the columns are known in every layout", arguments: IdentityLayout.all)
  func layouts(layout: IdentityLayout) throws {
    let identity = try #require(try readTables([layout.text]).identity(ofVessel: 0))
    #expect(identity.name == "EVER WAY" && identity.callSign == "ABCD1" && identity.imo == 9_074_729)
    #expect(identity.draught(before: .max) == layout.draught)
    if layout.hasSize { #expect(identity.lengthInMetres == 200 && identity.widthInMetres == 32.5) }
    #expect(identity.type == .cargo)
  }

  @Test("columns are named by the user, who is right where a name would mean something else")
  func mapped() throws {
    let tracks = try readTables(["mmsi,time,lat,lon,name,a,b\n219000001,2021-01-01T00:00:00,1,2,CALL,THE NAME,6.5\n"]) {
      $0.map = [.callSign: "name", .name: "a", .draught: "7"]
    }
    let identity = try #require(tracks.identity(ofVessel: 0))
    #expect(identity.name == "THE NAME" && identity.callSign == "CALL" && identity.draughts.first?.metres == 6.5)
    #expect(ColumnRole(mapKey: "Draft") == .draught && ColumnRole(mapKey: "callsign") == .callSign)
  }

  @Test("no text in the columns costs a row or changes a fix", arguments: [UInt64(3), 4])
  func oddTexts(seed: UInt64) throws {
    var spelling = RowSpelling(random: SeededGenerator(seed: seed))
    let rows = (0..<6_000).map { _ in TableSpelling.marineCadastre.row(&spelling) }
    let text = ([TableSpelling.marineCadastre.header] + rows).joined(separator: "\n")
    var options = ReadOptions()
    let without = try Reading(text, options)
    options.keepsIdentity = true
    #expect(try Reading(text, options) == without)
    // A blank in front makes every row be read carefully.
    let careful = ([TableSpelling.marineCadastre.header] + rows.map { $0.hasPrefix("\"") ? $0 : " " + $0 }).joined(
      separator: "\n")
    let (plain, spaced) = (try readTables([text]).identities(), try readTables([careful]).identities())
    #expect(plain.map(\.mmsi) == spaced.map(\.mmsi) && plain.map(\.identity) == spaced.map(\.identity))
    #expect(plain.count > 1_000)
  }
}
