import Digest
import Testing

import Export

@Suite("A film as an animated PNG")
struct AnimatedPNGSinkTests {
  let folder = TemporaryFolder()

  private func reading(_ name: String) throws -> AnimatedPNGReading {
    try AnimatedPNGReading(#require(folder.bytes(name)))
  }

  @Test(
    "put together as the specification says, each frame is what was given", arguments: FilmSample.Kind.allCases,
    1...4 as ClosedRange<UInt64>)
  func frames(kind: FilmSample.Kind, seed: UInt64) throws {
    let sample = FilmSample(kind, width: 23, height: 17, count: 24, seed: seed)
    let report = try sample.fill(sample.sink(folder("film.apng")))
    let reading = try reading("film.apng")
    #expect((reading.width, reading.height) == (23, 17))
    #expect(reading.announced == 24 && reading.plays == 0)
    #expect(reading.frames.count == 24)
    #expect(reading.frames == sample.pixels)
    let bytes = try #require(folder.bytes("film.apng"))
    #expect(report == TileSinkReport(bytes: bytes.count, sha256: SHA256.digest(of: bytes).hexadecimal))
    #expect(folder.names == ["film.apng"])
  }

  @Test("a frame is the smallest rectangle of what has changed, and one pixel where nothing has")
  func rectangles() throws {
    func frame(_ changed: [Int]) -> FilmFrame {
      var bytes = [UInt8](repeating: 9, count: 10 * 8 * 3)
      for place in changed { bytes[place * 3 + 2] = 200 }
      return FilmFrame(width: 10, height: 8, pixels: .rgb(bytes))
    }
    let frames = [frame([]), frame([23]), frame([23]), frame([23, 0, 79]), frame([23, 45, 36, 0, 79])]
    let sink = try FilmFormat(path: folder("a.apng")).sink(
      path: folder("a.apng"), force: false, resume: false, key: "", frameCount: frames.count, framesPerSecond: 24,
      metadata: PNGMetadata())
    for (number, frame) in frames.enumerated() {
      try sink.append(sink.encode(frame, number: number), number: number)
    }
    _ = try sink.finish(description: [])
    let boxes = try reading("a.apng").controls.map { [$0.x, $0.y, $0.width, $0.height] }
    #expect(boxes == [[0, 0, 10, 8], [3, 2, 1, 1], [0, 0, 1, 1], [0, 0, 10, 8], [5, 3, 2, 2]])
  }

  @Test("what stays is transparent where what changes hides all, and else is told again")
  func blending() throws {
    for kind in FilmSample.Kind.allCases {
      let sample = FilmSample(kind, width: 9, height: 9, count: 30, seed: 5)
      try sample.fill(sample.sink(folder("a.apng"), force: true))
      let over = try reading("a.apng").controls.dropFirst().map(\.isOver)
      switch kind {
      case .rgb, .opaqueRGBA: #expect(over.allSatisfy { $0 })
      case .rgba, .fewColours: #expect(over.contains(true) && over.contains(false))
      // There is no number left for what is transparent.
      case .allColours: #expect(!over.contains(true))
      }
    }
  }

  @Test(
    "a frame's delay is one over the frames in a second, in lowest terms",
    arguments: [
      (24, [1, 24]), (12.5, [2, 25]), (0.1, [10, 1]), (240, [1, 240]), (23.976, [125, 2_997]),
      (23.976023976023978, [1_001, 24_000]), (1, [1, 1]),
      // The best of pi's continued fractions below 65,536.
      (3.141592653589793, [113, 355]),
    ] as [(Double, [Int])])
  func delays(framesPerSecond: Double, delay: [Int]) throws {
    let sample = FilmSample(.rgb, width: 3, height: 3, count: 3, seed: 1)
    try sample.fill(sample.sink(folder("a.apng"), framesPerSecond: framesPerSecond))
    #expect(try reading("a.apng").controls.map(\.delay) == [delay, delay, delay])
  }

  @Test("it says what the film is, before its first frame, and is a picture of that to readers that know no animation")
  func header() throws {
    let sample = FilmSample(.rgb, width: 5, height: 4, count: 3, seed: 2)
    let metadata = PNGMetadata(
      title: "Ships", source: "A sea", software: "wakeprint", provenanceJSON: "{\"a\":1}", pixelsPerMetre: 3_000)
    try sample.fill(sample.sink(folder("a.apng"), metadata: metadata))
    let picture = try PNGDecoder.decode(#require(folder.bytes("a.apng")))
    #expect(picture.metadata == metadata)
    #expect(picture.isSRGB)
    #expect(picture.pixels == sample.pixels[0])
    let types = try reading("a.apng").types
    #expect(Array(types.suffix(8)) == ["acTL", "fcTL", "IDAT", "fcTL", "fdAT", "fcTL", "fdAT", "IEND"])
  }

  @Test("a film that is given up leaves nothing, and one that is there stays unless it may be replaced")
  func givenUp() throws {
    let sample = FilmSample(.rgb, width: 5, height: 4, count: 3, seed: 2)
    do {
      let sink = try sample.sink(folder("a.apng"))
      try sink.append(sink.encode(sample.frames[0], number: 0), number: 0)
      #expect(folder.names == [".a.apng.wakeprint-tmp"])
    }
    #expect(folder.names == [])
    try OutputFile.write([1], to: folder("a.apng"), force: false)
    #expect(throws: ExportError.outputExists(path: folder("a.apng"))) { try sample.sink(folder("a.apng")) }
    #expect(folder.bytes("a.apng") == [1])
    try sample.fill(sample.sink(folder("a.apng"), force: true))
    #expect(try reading("a.apng").frames == sample.pixels)
  }
}
