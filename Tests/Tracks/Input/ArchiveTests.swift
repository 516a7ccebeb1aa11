import TestSupport
import Testing
import Tracks

@Suite("Archives") struct ArchiveTests {
  private static func table(_ mmsi: Int, bad: Bool = false) -> [UInt8] {
    Array("mmsi,time,lat,lon\n\(mmsi),2021-01-01T00:00:00,1,2\n\(bad ? "\(mmsi),never,1,2\n" : "")".utf8)
  }

  private func reading(_ name: String, _ bytes: [UInt8]) throws -> Reading {
    try Reading(sources: [.memory(name: name, bytes: bytes)])
  }

  @Test("a tar is read member by member, whatever its name")
  func tar() throws {
    let members = [("b/one.csv", Self.table(219_000_001)), ("two.csv", Self.table(219_000_002, bad: true))]
    let found = try reading("data", PlainTar.bytes(members))
    #expect(found.fixes.count == 2)
    #expect(found.rejected.map { "\($0.path):\($0.line) \($0.value)" } == ["data:two.csv:3 never"])
  }

  @Test("archives inside archives are gone through, and members keep the whole way to them as their name")
  func nested() throws {
    let inner = StoredZip.bytes([("deep.csv", Self.table(219_000_002, bad: true))])
    let outer = StoredZip.bytes([
      ("one.csv", Self.table(219_000_001)), ("inner.zip", inner), ("last.csv", Self.table(219_000_003)),
    ])
    let found = try reading("all.zip", outer)
    #expect(found.fixes.keys.sorted() == [219_000_001, 219_000_002, 219_000_003])
    #expect(found.rejected.map(\.path) == ["all.zip:inner.zip:deep.csv"])
    var deep = Self.table(219_000_001)
    for level in 0..<7 { deep = StoredZip.bytes([("level\(level).zip", deep)]) }
    let failure = #expect(throws: TracksError.self) { _ = try reading("deep.zip", deep) }
    #expect(failure?.description.contains("too many archives deep") == true)
  }

  @Test("documents, hidden files and empty members are passed over and told; an archive of nothing else is refused")
  func passedOver() throws {
    let others: [(name: String, content: [UInt8])] = [
      ("README.md", Array("words".utf8)), ("__MACOSX/._one.csv", [0, 5, 22]), (".DS_Store", [0, 1]), ("none.csv", []),
    ]
    let bytes = StoredZip.bytes(others + [("one.csv", Self.table(219_000_001))])
    let source = InputSource.memory(name: "a.zip", bytes: bytes)
    let report = try TrackReader([source], options: ReadOptions()).read().inputs[0]
    #expect(report.passedOver == others.map(\.name))
    #expect(report.rows == 1 && report.bytes == bytes.count)
    #expect(throws: TracksError.self) { _ = try reading("b.zip", StoredZip.bytes(others)) }
  }

  @Test("members are told by their content, out of the archive's own folder too, and keep letters beyond ASCII")
  func content() throws {
    let members: [(name: String, content: [UInt8])] = [
      ("../a.pdf", Self.table(219_000_001)), ("übër.csv", Self.table(219_000_002, bad: true)),
      ("notes.txt", Array("words\n".utf8)), ("z", Array("{\"a\":1}".utf8)),
    ]
    let source = InputSource.memory(name: "a.zip", bytes: StoredZip.bytes(members))
    let result = try TrackReader([source], options: ReadOptions()).read()
    #expect(result.survey.vessels == 2)
    #expect(result.inputs[0].passedOver == ["notes.txt", "z"])
    #expect(result.passedOver.map(\.path) == ["a.zip:notes.txt", "a.zip:z"])
    #expect(try reading("a.zip", StoredZip.bytes(members)).rejected.map(\.path) == ["a.zip:übër.csv"])
  }

  @Test("archives and packed files of nothing are empty files, alone and among others")
  func nothing() throws {
    let empty = StoredZip.bytes([])
    // A gzip member of no bytes (RFC 1952).
    let packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    for bytes in [empty, packed] {
      let failure = #expect(throws: TracksError.self) { _ = try reading("a", bytes) }
      #expect(failure?.description == "a: is empty; give a file with AIS positions")
    }
    let members = [("a.zip", empty), ("b.gz", packed), ("c.csv", Self.table(219_000_001)), ("d.gz", packed)]
    let source = InputSource.memory(name: "all.zip", bytes: StoredZip.bytes(members))
    let result = try TrackReader([source], options: ReadOptions()).read()
    #expect(result.ledger.read == 1)
    #expect(result.passedOver == ["a.zip", "b.gz", "d.gz"].map { PassedOver(path: "all.zip:" + $0, why: "is empty") })
  }

  @Test("an encrypted member is refused and not taken for a damaged one")
  func encrypted() throws {
    var bytes = StoredZip.bytes([("one.csv", Self.table(219_000_001))])
    // Bit 0 of the flags, of the member's header and the directory's entry (APPNOTE 4.4.4).
    bytes[6] |= 1
    let entry = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    bytes[entry + 8] |= 1
    let failure = #expect(throws: TracksError.self) { _ = try reading("a.zip", bytes) }
    #expect(failure?.description.contains("a.zip:one.csv: is encrypted") == true, "\(String(describing: failure))")
  }

  @Test("a beginning of something packed that is nothing more is cut short", arguments: [3, 5, 12])
  func stubs(count: Int) throws {
    for start in [[0x1F, 0x8B, 8, 0], [0x42, 0x5A, 0x68, 0x39], [0x28, 0xB5, 0x2F, 0xFD], [0xFD, 0x37, 0x7A, 0x58]] {
      let stub = Array((start + [0x5A, 0, 0, 0, 0, 0, 0, 0]).map(UInt8.init).prefix(count))
      let failure = #expect(throws: TracksError.self) { _ = try reading("a", stub) }
      #expect(failure?.description.contains("archives deep") == false, "\(String(describing: failure))")
    }
  }

  @Test("different formats in one archive are each found by their content")
  func mixed() throws {
    let report = MadeMessage.classA(mmsi: 219_000_002, latitude: 600_000, longitude: 0).sentences()[0]
    let log = Array((MessageBits.tagBlock("c:1612325110") + report).utf8)
    let found = try reading("a.zip", StoredZip.bytes([("x", log), ("y", Self.table(219_000_001))]))
    #expect(found.fixes.count == 2 && found.ledger.read == 2)
  }

  @Test("what unpacks to more than the limits allow is refused")
  func bombs() throws {
    let zeros = [UInt8](repeating: UInt8(ascii: "\n"), count: 1 << 20)
    let bytes = StoredZip.bytes([("one.csv", Self.table(219_000_001) + zeros)])
    var options = ReadOptions()
    options.limits.mostUnpackedBytes = 1 << 16
    let failure = #expect(throws: TracksError.self) {
      _ = try Reading(sources: [.memory(name: "a.zip", bytes: bytes)], options)
    }
    #expect(failure?.description.contains("--limit unpacked=") == true)
    let inner = StoredZip.bytes([("one.csv", Self.table(219_000_001) + zeros[..<(1 << 15)])])
    let many = StoredZip.bytes((0..<4).map { ("\($0).zip", inner) })
    options.limits.mostUnpackedBytes = 1 << 16
    let together = #expect(throws: TracksError.self) {
      _ = try Reading(sources: [.memory(name: "a.zip", bytes: many)], options)
    }
    #expect(together?.description.contains("--limit unpacked=") == true)
    options.limits.mostUnpackedBytes = 1 << 30
    #expect(try Reading(sources: [.memory(name: "a.zip", bytes: bytes)], options).all.count == 1)
  }
}
