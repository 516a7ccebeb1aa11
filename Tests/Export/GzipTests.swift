import TestSupport
import Testing

import Export

@Suite("What gzip packed comes back, damaged bytes do not")
struct GzipTests {
  private static func isRefused(_ bytes: [UInt8], limit: Int = 1 << 20) -> Bool {
    PMTilesCodecTests.complaint { () throws(ExportError) in _ = try Gzip.decompress(bytes, limit: limit) } != nil
  }

  private static func noise(_ count: Int, seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  @Test("any bytes come back whole", arguments: [0, 1, 2, 1000, 70_000])
  func roundTrip(count: Int) throws {
    for bytes in [Self.noise(count, seed: 1), [UInt8](repeating: 7, count: count)] {
      let packed = try Gzip.compress(bytes)
      #expect(try Gzip.decompress(packed, limit: count) == bytes)
      if count > 0 { #expect(Self.isRefused(packed, limit: count - 1)) }
    }
  }

  @Test("there is no time in the bytes")
  func noTime() throws {
    #expect(Array(try Gzip.compress([1, 2, 3])[..<8]) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
  }

  @Test("another's file with a name, and two members in a row, are read")
  func others() throws {
    // "a" as `printf a > a; gzip a` writes it, with name and time.
    let named: [UInt8] = [
      0x1F, 0x8B, 8, 8, 0x2A, 0x2A, 0x2A, 0x2A, 0, 3, 0x61, 0, 0x4B, 4, 0, 0x43, 0xBE, 0xB7, 0xE8, 1, 0, 0, 0,
    ]
    #expect(try Gzip.decompress(named, limit: 10) == [0x61])
    #expect(try Gzip.decompress(named + (try Gzip.compress([1, 2])), limit: 3) == [0x61, 1, 2])
    #expect(Self.isRefused(named + [0]))
  }

  @Test("no beginning and no flipped bit of the packed bytes is taken for other bytes")
  func damage() throws {
    let bytes = Self.noise(40, seed: 2) + [UInt8](repeating: 0, count: 400)
    let packed = try Gzip.compress(bytes)
    for count in 0..<packed.count { #expect(Self.isRefused(Array(packed[..<count]))) }
    for bit in 0..<packed.count * 8 {
      var damaged = packed
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      let unpacked = try? Gzip.decompress(damaged, limit: 1 << 16)
      #expect(unpacked == nil || unpacked == bytes, "bit \(bit)")
    }
  }

  @Test("a bomb is refused at the limit")
  func bomb() throws {
    let packed = try Gzip.compress([UInt8](repeating: 0, count: 8 << 20))
    #expect(packed.count < 10_000)
    #expect(Self.isRefused(packed, limit: 4 << 20))
    #expect(try Gzip.decompress(packed, limit: 8 << 20).count == 8 << 20)
  }
}
