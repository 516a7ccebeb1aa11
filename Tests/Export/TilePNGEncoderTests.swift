import Testing
import TestSupport

import Export

@Suite("A tile's PNG holds the pixels that were given, in as few bits as they need")
struct TilePNGEncoderTests {
  private static let levels = [1, 5, 12]

  /// Runs of all lengths up to `longest`, and single pixels, of numbers below `colours`.
  private static func indices(_ count: Int, colours: Int, longest: Int, seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    var indices: [UInt8] = []
    while indices.count < count {
      let length = Bool.random(using: &random) ? 1 : Int.random(in: 1...longest, using: &random)
      indices += [UInt8](repeating: UInt8(Int.random(in: 0..<colours, using: &random)), count: length)
    }
    return Array(indices.prefix(count))
  }

  /// Different colours, every third translucent; the first is nothing.
  private static func palette(_ colours: Int) -> [PaletteEntry] {
    (0..<colours).map { (colour: Int) -> PaletteEntry in
      let alpha = colour % 3 > 0 ? 255 : colour == 0 ? 0 : colour / 3 + 1
      return PaletteEntry(
        red: UInt8(colour), green: colour == 0 ? 0 : UInt8(255 - colour), blue: colour == 0 ? 0 : 7,
        alpha: UInt8(alpha))
    }
  }

  private static func pixels(_ indices: [UInt8], _ palette: [PaletteEntry]) -> [UInt8] {
    indices.flatMap { (index: UInt8) -> [UInt8] in
      let entry = palette[Int(index)]
      return [entry.red, entry.green, entry.blue, entry.alpha]
    }
  }

  private static func encode(
    _ indices: [UInt8], _ palette: [PaletteEntry], with encoder: inout TilePNGEncoder
  ) throws -> [UInt8] {
    try indices.withUnsafeBufferPointer { try encoder.encode(indices: $0, palette: palette) }
  }

  private static func encode(rgba: [UInt8], with encoder: inout TilePNGEncoder) throws -> [UInt8] {
    try rgba.withUnsafeBufferPointer { try encoder.encode(rgba: $0) }
  }

  @Test(
    "palette tiles come back as they were, whatever compresses them",
    arguments: [1, 2, 3, 4, 5, 16, 17, 200, 256], levels)
  func paletteTiles(colours: Int, level: Int) throws {
    let palette = Self.palette(colours)
    for (size, longest) in [(1, 1), (7, 9), (37, 600), (100, 40), (256, 3), (256, 1000), (512, 300)] {
      var encoder = try TilePNGEncoder(size: size, description: "{}", paletteLevel: level)
      let indices = Self.indices(size * size, colours: colours, longest: longest, seed: UInt64(size + longest))
      let decoded = try PNGDecoder.decode(try Self.encode(indices, palette, with: &encoder))
      let used = Set(indices).count
      #expect(decoded.width == size && decoded.height == size && decoded.colorType == 3 && decoded.isSRGB)
      #expect(decoded.paletteCount == used)
      #expect(decoded.bitDepth == (used <= 2 ? 1 : used <= 4 ? 2 : used <= 16 ? 4 : 8))
      #expect(decoded.pixels == Self.pixels(indices, palette))
    }
  }

  @Test("a run of any length comes back, and so does what stands before and behind it")
  func runLengths() throws {
    let size = 32
    var encoder = try TilePNGEncoder(size: size, description: nil)
    let palette = Self.palette(20)
    for length in 0...600 {
      var indices = (0..<size * size).map { UInt8($0 % 19) }
      for place in 5..<5 + length { indices[place] = 19 }
      let decoded = try PNGDecoder.decode(try Self.encode(indices, palette, with: &encoder))
      #expect(decoded.pixels == Self.pixels(indices, palette), "a run of \(length)")
    }
  }

  @Test("colours whose numbers grow as fast as Fibonacci's need codes cut to 15 bits, and come back")
  func deepCode() throws {
    let size = 216
    var sorted: [UInt8] = []
    var (count, next) = (1, 1)
    for colour in 0..<22 as Range<UInt8> {
      sorted += [UInt8](repeating: colour, count: count)
      (count, next) = (next, count + next)
    }
    sorted += [UInt8](repeating: 21, count: size * size - sorted.count)
    // Every other place first, so that no colour stands beside itself and runs take no literal's place.
    var indices = [UInt8](repeating: 0, count: sorted.count)
    for (number, colour) in sorted.reversed().enumerated() {
      indices[(2 * number) % sorted.count + (2 * number) / sorted.count] = colour
    }
    var encoder = try TilePNGEncoder(size: size, description: nil)
    let palette = Self.palette(22)
    let decoded = try PNGDecoder.decode(try Self.encode(indices, palette, with: &encoder))
    #expect(decoded.pixels == Self.pixels(indices, palette))
  }

  @Test("noise that no code can shorten comes back", arguments: levels)
  func noise(level: Int) throws {
    var random = SeededGenerator(seed: 5)
    let pixels = (0..<64 * 64 * 4).map { $0 % 4 == 3 ? 200 : UInt8.random(in: 0...255, using: &random) }
    var encoder = try TilePNGEncoder(size: 64, description: nil, truecolourLevel: level)
    #expect(try PNGDecoder.decode(try Self.encode(rgba: pixels, with: &encoder)).pixels == pixels)
  }

  @Test("RGBA of at most 256 colours is a palette tile, beyond that truecolour, without alpha where all is opaque")
  func rgba() throws {
    let size = 48
    var encoder = try TilePNGEncoder(size: size, description: nil)
    for (colours, isOpaque, colorType) in [
      (1, true, 3), (2, false, 3), (256, false, 3), (256, true, 3), (257, false, 6), (257, true, 2), (2000, false, 6),
    ] {
      let pixels = (0..<size * size).flatMap { (pixel: Int) -> [UInt8] in
        let colour = pixel % colours
        let alpha = isOpaque || colour % 2 == 0 ? 255 : 1 + colour % 200
        return [UInt8(colour & 255), UInt8(colour >> 8), 9, UInt8(alpha)]
      }
      let decoded = try PNGDecoder.decode(try Self.encode(rgba: pixels, with: &encoder))
      #expect(decoded.colorType == colorType && decoded.paletteCount == (colorType == 3 ? colours : 0))
      #expect(decoded.pixels == pixels)
    }
  }

  @Test("what is not visible is black and one colour, in palettes and in truecolour")
  func invisible() throws {
    var encoder = try TilePNGEncoder(size: 20, description: nil)
    let indices = (0..<400).map { UInt8($0 % 3) }
    let entries = [
      PaletteEntry(red: 9, green: 0, blue: 0, alpha: 0), PaletteEntry(red: 0, green: 9, blue: 0, alpha: 0),
      PaletteEntry(red: 1, green: 2, blue: 3),
    ]
    let clear = PaletteEntry(red: 0, green: 0, blue: 0, alpha: 0)
    let palette = try PNGDecoder.decode(try Self.encode(indices, entries, with: &encoder))
    #expect(palette.paletteCount == 2 && palette.bitDepth == 1)
    #expect(palette.pixels == Self.pixels(indices, [clear, clear, entries[2]]))
    func truecolourPixels(hidden: [UInt8]?) -> [UInt8] {
      var pixels: [UInt8] = []
      for pixel in 0..<900 {
        let colour = [UInt8(pixel & 255), UInt8(pixel >> 8), 5]
        pixels += pixel % 2 == 0 ? hidden ?? colour + [0] : colour + [255]
      }
      return pixels
    }
    let many = truecolourPixels(hidden: nil)
    var larger = try TilePNGEncoder(size: 30, description: nil)
    let truecolour = try PNGDecoder.decode(try Self.encode(rgba: many, with: &larger))
    #expect(truecolour.colorType == 6)
    #expect(truecolour.pixels == truecolourPixels(hidden: [0, 0, 0, 0]))
  }

  @Test("a tile's bytes do not depend on the tiles before it, nor on entries that it does not use")
  func independence() throws {
    var used = try TilePNGEncoder(size: 64, description: "{}")
    let palette = Self.palette(256)
    for seed in 0..<20 as Range<UInt64> {
      let indices = Self.indices(64 * 64, colours: 1 << (Int(seed) % 9), longest: 90, seed: seed)
      let rgba = Self.pixels(indices, palette).enumerated().map { $0 % 4 == 2 ? UInt8($0 / 4 & 255) : $1 }
      var fresh = try TilePNGEncoder(size: 64, description: "{}")
      let expected = try Self.encode(indices, palette, with: &fresh)
      #expect(try Self.encode(indices, palette, with: &used) == expected)
      let inUse = Int(indices.max() ?? 0) + 1
      #expect(try Self.encode(indices, Array(palette.prefix(inUse)), with: &used) == expected)
      var other = try TilePNGEncoder(size: 64, description: "{}")
      #expect(try Self.encode(rgba: rgba, with: &used) == Self.encode(rgba: rgba, with: &other))
    }
  }

  @Test("the chunks are those of the plan, in order, tRNS no longer than needed, and the text in every tile")
  func chunks() throws {
    var encoder = try TilePNGEncoder(size: 16, description: #"{"unit":"h/km²\#u{0}"}"#)
    let opaque = PaletteEntry(red: 1, green: 2, blue: 3)
    let faint = PaletteEntry(red: 1, green: 2, blue: 3, alpha: 4)
    let mixed = try Self.encode(
      (0..<256).map { UInt8($0 % 3) }, [opaque, faint, PaletteEntry(red: 9, green: 0, blue: 0, alpha: 0)],
      with: &encoder)
    #expect(Self.chunks(of: mixed).map(\.type) == ["IHDR", "sRGB", "PLTE", "tRNS", "iTXt", "IDAT", "IEND"])
    #expect(Self.chunks(of: mixed).map(\.length)[3] == 2)
    #expect(try PNGDecoder.decode(mixed).metadata == PNGMetadata(provenanceJSON: #"{"unit":"h/km²"}"#))
    var silent = try TilePNGEncoder(size: 16, description: nil)
    let plain = try Self.encode([UInt8](repeating: 0, count: 256), [opaque], with: &silent)
    #expect(Self.chunks(of: plain).map(\.type) == ["IHDR", "sRGB", "PLTE", "IDAT", "IEND"])
    #expect(try PNGDecoder.decode(plain).metadata == PNGMetadata())
  }

  @Test("an index without an entry is an error, and the encoder goes on")
  func missingEntry() throws {
    var encoder = try TilePNGEncoder(size: 2, description: nil)
    let red = PaletteEntry(red: 255, green: 0, blue: 0)
    var refused = false
    do { _ = try Self.encode([0, 0, 1, 0], [red], with: &encoder) } catch is ExportError { refused = true }
    #expect(refused)
    let decoded = try PNGDecoder.decode(try Self.encode([0, 0, 0, 0], [red], with: &encoder))
    #expect(decoded.pixels == [255, 0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 255])
  }

  @Test("libdeflate has levels 1 to 12, and another is an error")
  func wrongLevels() throws {
    for level in 1...12 { _ = try TilePNGEncoder(size: 1, description: nil, paletteLevel: level) }
    for level in [-1, 13] {
      var refused = false
      do { _ = try TilePNGEncoder(size: 1, description: nil, paletteLevel: level) } catch { refused = true }
      #expect(refused)
    }
  }

  private static func chunks(of png: [UInt8]) -> [(type: String, length: Int)] {
    var chunks: [(String, Int)] = []
    var place = 8
    while place < png.count {
      let length = png[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      chunks.append((String(decoding: png[place + 4..<place + 8], as: UTF8.self), length))
      place += 12 + length
    }
    return chunks
  }
}
