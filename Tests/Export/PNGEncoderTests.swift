import Testing
import TestSupport

import Export
import JSON

@Suite("A PNG holds the pixels that were given, and says where they come from")
struct PNGEncoderTests {
  /// Flat ground, thin lines and noise: bytes of pixels of `channels` bytes.
  static func picture(width: Int, height: Int, channels: Int, seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(width * height * channels)
    for y in 0..<height {
      for x in 0..<width {
        let isNoise = (x / 16 + y / 16) % 7 == 0
        for channel in 0..<channels {
          bytes.append(
            isNoise ? UInt8.random(in: 0...255, using: &random) : UInt8((x - y) % 64 == 0 ? 250 : channel * 9)
          )
        }
      }
    }
    return bytes
  }

  static func encode(
    _ pixels: [UInt8], width: Int, height: Int, alpha: Bool, threads: Int,
    metadata: PNGMetadata = PNGMetadata()
  ) async throws -> [UInt8] {
    let rowBytes = width * (alpha ? 4 : 3)
    return try await PNGEncoder.encodeRGB(
      width: width, height: height, metadata: metadata, alpha: alpha, threads: threads
    ) { rows in Array(pixels[rows.lowerBound * rowBytes..<rows.upperBound * rowBytes]) }
  }

  @Test(
    "truecolour comes back as it was",
    arguments: [(1, 1), (1, 900), (1000, 1), (7, 5), (701, 611), (70_000, 3), (3, 70_000)])
  func truecolour(width: Int, height: Int) async throws {
    for alpha in [false, true] {
      let pixels = Self.picture(width: width, height: height, channels: alpha ? 4 : 3, seed: 1)
      let decoded = try PNGDecoder.decode(
        try await Self.encode(pixels, width: width, height: height, alpha: alpha, threads: 2))
      #expect(decoded.width == width && decoded.height == height)
      #expect(decoded.bitDepth == 8 && decoded.colorType == (alpha ? 6 : 2) && decoded.isSRGB)
      var expected = pixels
      if !alpha {
        expected = []
        for i in 0..<width * height {
          expected += [pixels[3 * i], pixels[3 * i + 1], pixels[3 * i + 2], 255]
        }
      }
      #expect(decoded.pixels == expected)
    }
  }

  @Test("any number of threads gives the same bytes")
  func threads() async throws {
    let pixels = Self.picture(width: 640, height: 1200, channels: 3, seed: 2)
    let alone = try await Self.encode(pixels, width: 640, height: 1200, alpha: false, threads: 1)
    for threads in [0, 2, 3, 16] {
      #expect(
        try await Self.encode(pixels, width: 640, height: 1200, alpha: false, threads: threads) == alone)
    }
  }

  @Test("each row is asked for once, in bands that do not depend on the threads")
  func bands() throws {
    for (width, height) in [(1, 1), (2048, 2048), (65_535, 40), (400_000, 3), (5, 65_535)] {
      let layout = PNGAssembly.Layout(width: width, height: height, bitDepth: 8, colorType: 2)
      #expect(layout.bands.flatMap { Array($0) } == Array(0..<height))
    }
  }

  @Test(
    "a palette takes the fewest bits that hold its colours", arguments: [1, 2, 3, 4, 5, 16, 17, 255, 256])
  func palette(colours: Int) throws {
    var random = SeededGenerator(seed: UInt64(colours))
    let palette = (0..<colours).map { (colour: Int) -> PaletteEntry in
      let alpha = colour % 3 == 0 ? UInt8.random(in: 0...255, using: &random) : 255
      return PaletteEntry(red: UInt8(colour), green: UInt8(255 - colour), blue: 7, alpha: alpha)
    }
    for (width, height) in [(1, colours), (37, 31), (256, 256), (3001, 400)] {
      var indices = (0..<width * height).map { _ in UInt8(Int.random(in: 0..<colours, using: &random)) }
      for colour in 0..<min(colours, indices.count) { indices[colour] = UInt8(colour) }
      let decoded = try PNGDecoder.decode(
        try PNGEncoder.encodePalette(
          indices: indices, width: width, height: height, palette: palette, metadata: PNGMetadata()))
      #expect(decoded.colorType == 3 && decoded.paletteCount == colours)
      #expect(decoded.bitDepth == (colours <= 2 ? 1 : colours <= 4 ? 2 : colours <= 16 ? 4 : 8))
      var expected: [UInt8] = []
      for index in indices {
        let entry = palette[Int(index)]
        expected += [entry.red, entry.green, entry.blue, entry.alpha]
      }
      #expect(decoded.pixels == expected)
    }
  }

  @Test("entries that no pixel uses, and entries that are equal, do not reach the file")
  func compactPalette() throws {
    let red = PaletteEntry(red: 255, green: 0, blue: 0)
    let clear = PaletteEntry(red: 0, green: 0, blue: 0, alpha: 0)
    let large = (0..<250).map { PaletteEntry(red: 1, green: 2, blue: UInt8($0)) } + [red, clear, red]
    let metadata = PNGMetadata()
    let fromLarge = try PNGEncoder.encodePalette(
      indices: [250, 251, 252], width: 3, height: 1, palette: large, metadata: metadata)
    let fromSmall = try PNGEncoder.encodePalette(
      indices: [0, 1, 0], width: 3, height: 1, palette: [red, clear], metadata: metadata)
    #expect(fromLarge == fromSmall)
    #expect(try PNGDecoder.decode(fromLarge).paletteCount == 2)
  }

  @Test("an index without an entry is an error, not a colour")
  func missingEntry() {
    #expect(throws: ExportError.self) {
      try PNGEncoder.encodePalette(
        indices: [0, 2], width: 2, height: 1,
        palette: Array(repeating: PaletteEntry(red: 0, green: 0, blue: 0), count: 2),
        metadata: PNGMetadata())
    }
  }

  @Test(
    "a picture without pixels, or with too many, is refused in a sentence",
    arguments: [(0, 5), (5, 0), (-1, 5), (1 << 40, 1)])
  func unusableSize(width: Int, height: Int) async {
    let expected = ExportError.unusableSize(format: "PNG", width: width, height: height)
    #expect(throws: expected) {
      try PNGEncoder.encodePalette(
        indices: [], width: width, height: height, palette: [], metadata: PNGMetadata())
    }
    await #expect(throws: expected) {
      try await PNGEncoder.encodeRGB(width: width, height: height, metadata: PNGMetadata(), threads: 1) { _ in
        []
      }
    }
  }

  @Test("metadata comes back, whatever letters it has")
  func metadata() async throws {
    let metadata = PNGMetadata(
      title: "Überführung 北朝鮮 🚢", source: "", software: "wakeprint 1.0",
      provenanceJSON: JSONValue.object([("inputs", .array([.string("a\u{0}\"b")]))]).text(),
      pixelsPerMetre: 5669)
    let png = try await Self.encode(
      [1, 2, 3], width: 1, height: 1, alpha: false, threads: 1, metadata: metadata)
    #expect(try PNGDecoder.decode(png).metadata == metadata)
    let palette = try PNGEncoder.encodePalette(
      indices: [0], width: 1, height: 1, palette: [PaletteEntry(red: 1, green: 2, blue: 3)],
      metadata: metadata)
    #expect(try PNGDecoder.decode(palette).metadata == metadata)
  }

  @Test("a zero character in a title does not cut it")
  func zeroCharacter() async throws {
    let metadata = PNGMetadata(title: "a\u{0}\u{301}b")
    let png = try await Self.encode(
      [1, 2, 3], width: 1, height: 1, alpha: false, threads: 1, metadata: metadata)
    #expect(try PNGDecoder.decode(png).metadata.title == "a\u{301}b")
  }

  @Test("the chunks are those of the plan, in order, and none tells the time")
  func chunks() throws {
    let png = try PNGEncoder.encodePalette(
      indices: [0], width: 1, height: 1, palette: [PaletteEntry(red: 1, green: 2, blue: 3, alpha: 4)],
      metadata: PNGMetadata(title: "t", provenanceJSON: "{}", pixelsPerMetre: 1))
    var types: [String] = []
    var position = 8
    while position < png.count {
      let length = png[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
      types.append(String(decoding: png[position + 4..<position + 8], as: UTF8.self))
      position += 12 + length
    }
    #expect(types.sorted() == ["IDAT", "IEND", "IHDR", "PLTE", "iTXt", "iTXt", "pHYs", "sRGB", "tRNS"])
    #expect(types.first == "IHDR" && types.suffix(2) == ["IDAT", "IEND"])
  }
}
