import Geography
import TestSupport
import Testing

import Export

@Suite("PMTiles headers and directories come back as they were, and garbage is a sentence")
struct PMTilesCodecTests {
  private static func header() -> PMTilesHeader {
    var header = PMTilesHeader()
    header.rootDirectory = .init(offset: 127, length: 40)
    header.metadata = .init(offset: 167, length: 2)
    header.leafDirectories = .init(offset: 169, length: 1)
    header.tileData = .init(offset: 170, length: .max)
    (header.addressedTiles, header.tileEntries, header.tileContents) = (7, 6, 5)
    header.isClustered = false
    (header.internalCompression, header.tileCompression, header.tileType) = (.gzip, .none, .png)
    (header.minZoom, header.maxZoom, header.centerZoom) = (3, 24, 9)
    header.bounds = BoundingBox(west: -180, south: -85.051_128_7, east: 179.999_999_9, north: 0.123_456_7)
    header.center = Coordinate(latitude: 50.75, longitude: -1.5)
    return header
  }

  /// What a reader says of bytes; nil where it takes them.
  static func complaint(_ body: () throws(ExportError) -> Void) -> String? {
    do throws(ExportError) {
      try body()
      return nil
    } catch {
      return error.sentence
    }
  }

  @Test("a header survives its 127 bytes, each number at its place")
  func headerRoundTrip() throws {
    let bytes = Self.header().encoded
    #expect(bytes.count == 127)
    #expect(try PMTilesHeader(decoding: bytes) == Self.header())
    #expect(bytes[8] == 127 && bytes[16] == 40 && bytes[24] == 167 && bytes[40] == 169 && bytes[56] == 170)
    #expect(bytes[64..<72].allSatisfy { $0 == 255 })
    #expect([bytes[72], bytes[80], bytes[88]] == [7, 6, 5])
    #expect(Array(bytes[96..<102]) == [0, 2, 1, 2, 3, 24] && bytes[118] == 9)
    // -180e7 and 50.75e7 in two's complement.
    #expect(Array(bytes[102..<106]) == [0x00, 0x2E, 0xB6, 0x94])
    #expect(Array(bytes[123..<127]) == [0xE0, 0xD5, 0x3F, 0x1E])
  }

  @Test(
    "a header of another kind is refused with its reason",
    arguments: [
      (0, 80, "does not begin"), (7, 2, "version 2"), (96, 2, "clustered"), (97, 9, "directories is 9"),
      (98, 5, "tiles is 5"), (99, 7, "type 7"),
    ] as [(Int, UInt8, String)])
  func wrongHeader(place: Int, byte: UInt8, words: String) {
    var bytes = Self.header().encoded
    bytes[place] = byte &+ (place == 0 ? 1 : 0)
    let complaint = Self.complaint { () throws(ExportError) in _ = try PMTilesHeader(decoding: bytes) }
    #expect(complaint?.contains(words) == true)
  }

  @Test("no beginning of a header is a header")
  func headerPrefixes() {
    let bytes = Self.header().encoded
    for count in 0..<127 {
      let prefix = Array(bytes[..<count])
      #expect(Self.complaint { () throws(ExportError) in _ = try PMTilesHeader(decoding: prefix) } != nil)
    }
  }

  @Test("columns stand one after the other, worked out by hand")
  func columns() throws {
    let entries = [
      PMTilesEntry(tileID: 5, offset: 0, length: 300, runLength: 1),
      PMTilesEntry(tileID: 6, offset: 300, length: 2, runLength: 130),
      PMTilesEntry(tileID: 300, offset: 0, length: 300, runLength: 0),
    ]
    let bytes: [UInt8] = [3, 5, 1, 0xA6, 2, 1, 0x82, 1, 0, 0xAC, 2, 2, 0xAC, 2, 1, 0, 1]
    #expect(PMTilesDirectory.encode(entries) == bytes)
    #expect(try PMTilesDirectory.decode(bytes) == entries)
    #expect(try PMTilesDirectory.decode(PMTilesDirectory.encode([])) == [])
  }

  private static func entries(seed: UInt64, count: Int) -> [PMTilesEntry] {
    var random = SeededGenerator(seed: seed)
    var tileID: UInt64 = 0
    var end: UInt64 = 0
    return (0..<count).map { _ in
      tileID += UInt64.random(in: 1...1 << UInt64.random(in: 0...40, using: &random), using: &random)
      let length = UInt32.random(in: 0...(.max >> UInt32.random(in: 0...31, using: &random)), using: &random)
      let offset = Bool.random(using: &random) ? end : UInt64.random(in: 0...1 << 60, using: &random)
      end = offset + UInt64(length)
      return PMTilesEntry(
        tileID: tileID, offset: offset, length: length, runLength: UInt32.random(in: 0...(.max), using: &random))
    }
  }

  @Test("directories of any entries come back, packed or not", arguments: 0..<20 as Range<UInt64>)
  func directoryRoundTrip(seed: UInt64) throws {
    let entries = Self.entries(seed: seed, count: Int(seed * seed))
    let bytes = PMTilesDirectory.encode(entries)
    #expect(try PMTilesDirectory.decode(bytes) == entries)
    let packed = try Gzip.compress(bytes)
    #expect(try Gzip.compress(bytes) == packed)
    #expect(try PMTilesDirectory.decode(try Gzip.decompress(packed, limit: bytes.count)) == entries)
  }

  @Test("no beginning of a directory is a directory, nor one with a byte more")
  func directoryPrefixes() {
    let bytes = PMTilesDirectory.encode(Self.entries(seed: 3, count: 40))
    for count in 0..<bytes.count {
      let prefix = Array(bytes[..<count])
      #expect(Self.complaint { () throws(ExportError) in _ = try PMTilesDirectory.decode(prefix) } != nil)
    }
    #expect(Self.complaint { () throws(ExportError) in _ = try PMTilesDirectory.decode(bytes + [0]) } != nil)
  }

  @Test(
    "numbers without room are refused",
    arguments: [
      ([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01, 0], "cannot be in"),
      ([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02], "too long"),
      ([0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00], "too long"),
      ([1, 0, 0x80, 0x80, 0x80, 0x80, 0x10, 1, 1], "run length of entry 0"),
      ([1, 0, 1, 0x80, 0x80, 0x80, 0x80, 0x10, 1], "length of entry 0"),
      ([1, 0, 1, 1, 0], "there is none"),
      ([2, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01, 1, 1, 1, 1, 1, 1, 1], "tile in entry 1"),
      ([2, 1, 1, 1, 1, 3, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01, 0], "offset of entry 1"),
    ] as [([UInt8], String)])
  func overflow(bytes: [UInt8], words: String) {
    let complaint = Self.complaint { () throws(ExportError) in _ = try PMTilesDirectory.decode(bytes) }
    #expect(complaint?.contains(words) == true, "\(complaint ?? "taken")")
  }

  @Test("noise never traps a directory's reader")
  func noise() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random) & (Bool.random(using: &random) ? 0x83 : 0xFF)
      }
      _ = Self.complaint { () throws(ExportError) in _ = try PMTilesDirectory.decode(bytes) }
    }
  }
}
