import TestSupport
import Testing
import Tracks

@Suite("Vessel types") struct VesselTypeTests {
  /// The type that a table of one row gives its vessel.
  private func type(_ text: String, header: String = "VesselType") throws -> VesselType? {
    var options = ReadOptions()
    options.keepsVesselType = true
    return try Reading("mmsi,time,lat,lon,\(header),x\n219000001,2021-01-01T00:00:00,1,2,\(text),\n", options)
      .types[219_000_001]
  }

  @Test("numbers of AIS and of MarineCadastre mean classes")
  func numbers() throws {
    let known: [(String, VesselType)] = [
      ("70", .cargo), ("79", .cargo), ("80.0", .tanker), (" 89 ", .tanker), ("60", .passenger), ("30", .fishing),
      ("31", .tug), ("52", .tug), ("50", .service), ("33", .service), ("35", .government), ("51", .government),
      ("55", .government), ("36", .pleasure), ("37", .pleasure), ("40", .highSpeed), ("90", .other), ("99", .other),
      ("1001", .fishing), ("1004", .cargo), ("1012", .passenger), ("1019", .pleasure), ("1024", .tanker),
      ("1025", .tug), ("0", .unknown), ("", .unknown), ("999", .unknown), ("70.5", .unknown), ("70x", .unknown),
      ("99999999999999999999", .unknown),
    ]
    for (text, expected) in known { #expect(try type(text) == expected, "\(text)") }
  }

  @Test("words mean classes")
  func words() throws {
    let known: [(String, VesselType)] = [
      ("Cargo", .cargo), ("Tanker", .tanker), ("Passenger", .passenger), ("Fishing", .fishing), ("Tug", .tug),
      ("Towing long/wide", .tug), ("Pilot", .service), ("Port tender", .service), ("Anti-pollution", .service),
      ("SAR", .government), ("Law enforcement", .government), ("Military", .government), ("HSC", .highSpeed),
      ("WIG", .highSpeed), ("Sailing", .pleasure), ("PLEASURE", .pleasure), ("Other", .other), ("Reserved", .other),
      ("Undefined", .unknown), ("\"Crude oil tanker\"", .tanker), ("bulk carrier", .cargo),
      ("drifting_longlines", .fishing),
      ("\"Bunker, or tanker\"", .tanker), ("\u{C6}gir", .other),
    ]
    for (text, expected) in known { #expect(try type(text) == expected, "\(text)") }
  }

  @Test("the column has many names, and `type` alone is the last of them")
  func headers() throws {
    for header in ["Ship type", "ship_type", "AIS type", "vessel_type", "ShipAndCargoType", "type"] {
      #expect(try type("70", header: header) == .cargo, "\(header)")
    }
    var options = ReadOptions()
    options.keepsVesselType = true
    let row = "219000001,2021-01-01T00:00:00,1,2,5,fishing\n"
    #expect(try Reading("ssvid,timestamp,lat,lon,type,shiptype\n" + row, options).types[219_000_001] == .fishing)
    options.map = [.vesselType: "5"]
    #expect(try Reading("ssvid,timestamp,lat,lon,a,b\n" + row, options).types[219_000_001] == .other)
    // A column that has another meaning already is not taken for the type as well.
    options.map = [.time: "type"]
    let mapped = try Reading("ssvid,type,lat,lon\n219000001,2021-01-01T00:00:00,1,2\n", options)
    #expect(mapped.ledger.accepted == 1 && mapped.types[219_000_001] == .unknown)
  }

  @Test("no text in the column costs a row or changes a fix", arguments: [UInt64(1), 2, 3])
  func oddTexts(seed: UInt64) throws {
    var spelling = RowSpelling(random: SeededGenerator(seed: seed))
    let rows = (0..<4_000).map { _ in VesselTypeTests.row(&spelling) }
    let text = "MMSI,BaseDateTime,LAT,LON,VesselType,SOG\n" + rows.joined(separator: "\n") + "\n"
    var options = ReadOptions()
    let without = try Reading(text, options)
    options.keepsVesselType = true
    let with = try Reading(text, options)
    #expect(with.ledger == without.ledger && with.fixes == without.fixes && with.rejected == without.rejected)
    #expect(Set(with.types.values).count > 5 && without.types.values.allSatisfy { $0 == .unknown })
    #expect(with.ledger.accepted > 3_000)
  }

  @Test("quick and careful reading agree on types", arguments: [UInt64(4), 5])
  func agreement(seed: UInt64) throws {
    var spelling = RowSpelling(random: SeededGenerator(seed: seed))
    let header = "MMSI,BaseDateTime,LAT,LON,VesselType,SOG\n"
    let rows = (0..<4_000).map { _ in VesselTypeTests.row(&spelling) }
    var options = ReadOptions()
    options.keepsVesselType = true
    let plain = try Reading(header + rows.joined(separator: "\n"), options)
    let careful = try Reading(header + rows.map { " " + $0 }.joined(separator: "\n"), options)
    #expect(plain.types == careful.types && plain.fixes == careful.fixes)
  }

  @Test("the latest row that says a type decides, in any order, on any threads and in any memory")
  func order() throws {
    var spelling = RowSpelling(random: SeededGenerator(seed: 9))
    var rows = (0..<30_000).map { _ in VesselTypeTests.row(&spelling, vessels: 40, seconds: 500) }
    let header = "MMSI,BaseDateTime,LAT,LON,VesselType,SOG\n"
    var options = ReadOptions()
    options.keepsVesselType = true
    let expected = try Reading(header + rows.joined(separator: "\n"), options).types
    #expect(expected.count == 40 && Set(expected.values).count > 3)
    for (threads, memory) in [(1, 4_000_000_000), (3, 1), (16, 200_000)] {
      rows.shuffle(using: &spelling.random)
      options.threads = threads
      options.memory = memory
      let halves = [rows[..<9_000], rows[9_000...]].map { header + $0.joined(separator: "\n") }
      #expect(try Reading(halves, options, naming: false).types == expected)
    }
    let meanings = try VesselTypeTests.texts.filter { !$0.contains(",") }.map { (text: $0, type: try type($0)) }
    var latest: [UInt32: (time: Substring, type: VesselType)] = [:]
    for row in rows {
      let fields = row.split(separator: ",", omittingEmptySubsequences: false)
      let isOil = fields.count == 7
      guard let vessel = UInt32(fields[0]),
        let said = isOil ? .tanker : meanings.first(where: { $0.text == fields[4] })?.type, said != .unknown
      else { continue }
      let known = latest[vessel]
      let isNew = known.map { ($0.time, said.rawValue) < (fields[1], $0.type.rawValue) } ?? true
      if isNew { latest[vessel] = (fields[1], said) }
    }
    #expect(latest.mapValues(\.type) == expected)
  }

  private static let texts = [
    "", "0", "30", "31", "37", "60", "70", "80", "99", "1025", "Cargo", "Undefined", "\"Tanker, oil\"", " 52 ", "8\"0",
    "\t70", "70.0", "HSC", "x",
  ]

  /// A row with a type of any spelling.
  private static func row(_ spelling: inout RowSpelling, vessels: Int = 300, seconds: Int = 86_400) -> String {
    let mmsi = 219_000_000 + Int.random(in: 0..<vessels, using: &spelling.random)
    let second = Int.random(in: 0..<seconds, using: &spelling.random)
    let clock = [second / 3_600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    let type = texts.randomElement(using: &spelling.random) ?? ""
    return "\(mmsi),2021-01-01T\(clock.joined(separator: ":")),\(Double(second) / 2_000),\(second % 180),\(type),5.5"
  }
}
