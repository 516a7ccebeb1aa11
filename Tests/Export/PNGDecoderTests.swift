import Testing
import TestSupport

import Export

@Suite("A damaged PNG is an error, never a picture and never a crash")
struct PNGDecoderTests {
  private static func sample() async throws -> [UInt8] {
    let pixels = PNGEncoderTests.picture(width: 24, height: 18, channels: 3, seed: 4)
    return try await PNGEncoderTests.encode(
      pixels, width: 24, height: 18, alpha: false, threads: 1,
      metadata: PNGMetadata(title: "title", provenanceJSON: "{}", pixelsPerMetre: 2835))
  }

  /// Without `#expect(throws:)`, which takes a backtrace of each of many thousand errors.
  private static func isRefused(_ bytes: [UInt8]) -> Bool {
    do throws(ExportError) {
      _ = try PNGDecoder.decode(bytes)
      return false
    } catch {
      return true
    }
  }

  @Test("no beginning of a PNG is a PNG")
  func prefixes() async throws {
    let png = try await Self.sample()
    for count in 0..<png.count {
      #expect(Self.isRefused(Array(png[..<count])), "\(count) of \(png.count) bytes")
    }
    #expect(try PNGDecoder.decode(png).width == 24)
  }

  @Test("every single flipped bit is noticed")
  func flippedBits() async throws {
    let png = try await Self.sample()
    for bit in 0..<png.count * 8 {
      var damaged = png
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(Self.isRefused(damaged), "bit \(bit)")
    }
  }

  @Test("many wrong bytes at once are an error as well", arguments: 0..<8 as Range<UInt64>)
  func noise(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let png = try await Self.sample()
    for _ in 0..<500 {
      var damaged = png
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        damaged[Int.random(in: 0..<png.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if damaged != png { #expect(Self.isRefused(damaged)) }
    }
  }

  @Test("with checksums made right again, wrong bytes may decode, but to a picture of the size they name")
  func noiseWithRightChecksums() async throws {
    var random = SeededGenerator(seed: 9)
    let png = try await Self.sample()
    var errors = 0
    for _ in 0..<4000 {
      var damaged = png
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        damaged[Int.random(in: 8..<png.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      do throws(ExportError) {
        let decoded = try PNGDecoder.decode(Self.withRightChecksums(damaged), pixelLimit: 1 << 12)
        #expect(decoded.pixels.count == decoded.width * decoded.height * 4)
        #expect(decoded.width * decoded.height <= 1 << 12)
      } catch {
        errors += 1
      }
    }
    #expect(errors > 1000 && errors < 4000)
  }

  @Test("a header with no width, an unknown colour type or a forbidden depth is refused")
  func wrongHeader() async throws {
    let png = try await Self.sample()
    let changes: [(Int, UInt8)] = [
      (19, 0), (23, 0), (24, 3), (24, 16), (25, 1), (25, 5), (26, 1), (27, 1), (28, 2), (16, 255),
    ]
    for (place, value) in changes {
      var damaged = png
      damaged[place] = value
      #expect(Self.isRefused(Self.withRightChecksums(damaged)), "byte \(place) = \(value)")
    }
  }

  @Test("a header that asks for more pixels than allowed is refused before memory is asked for")
  func tooManyPixels() async throws {
    var png = try await Self.sample()
    png[17] = 0x7F
    png[21] = 0x7F
    #expect(throws: ExportError.decodingFailed(format: "PNG", reason: "the picture has too many pixels")) {
      try PNGDecoder.decode(Self.withRightChecksums(png))
    }
    #expect(throws: ExportError.self) {
      try PNGDecoder.decode(
        try PNGEncoder.encodePalette(
          indices: [0, 0], width: 2, height: 1, palette: [PaletteEntry(red: 0, green: 0, blue: 0)],
          metadata: PNGMetadata()),
        pixelLimit: 1)
    }
  }

  /// The file with the CRC of each chunk computed anew, as far as its lengths can be followed.
  private static func withRightChecksums(_ png: [UInt8]) -> [UInt8] {
    var fixed = png
    var position = 8
    while position + 12 <= png.count {
      let length = png[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
      guard position + 12 + length <= png.count else { break }
      let checksum = crc(png[position + 4..<position + 8 + length])
      for i in 0..<4 {
        fixed[position + 8 + length + i] = UInt8(truncatingIfNeeded: checksum >> UInt32(24 - 8 * i))
      }
      position += 12 + length
    }
    return fixed
  }

  /// CRC-32 of the PNG specification, bit by bit.
  private static func crc(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var value: UInt32 = .max
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
  }
}
