import Export
import TestSupport

/// Films of random frames, of which each differs from the one before in nothing, a pixel, a part, here and there, or all.
struct FilmSample {
  /// What pixels are told by.
  enum Kind: Equatable, CaseIterable {
    case rgb
    /// Of which some are translucent.
    case rgba
    /// Opaque pixels alone, in four bytes.
    case opaqueRGBA
    case fewColours
    /// As many as there can be.
    case allColours
  }

  let width: Int
  let height: Int
  let frames: [FilmFrame]
  /// Each frame as red, green, blue and alpha.
  let pixels: [[UInt8]]

  init(_ kind: Kind, width: Int, height: Int, count: Int, seed: UInt64) {
    self.width = width
    self.height = height
    var random = SeededGenerator(seed: seed)
    let palette = Self.palette(kind, &random)
    var indices = (0..<width * height).map { _ in Int.random(in: palette.indices, using: &random) }
    var frames: [FilmFrame] = []
    var pixels: [[UInt8]] = []
    for number in 0..<count {
      if number > 0 { Self.change(&indices, width, height, palette.count, &random) }
      let entries = indices.map { palette[$0] }
      let form: FilmFrame.Pixels =
        switch kind {
        case .rgb: .rgb(entries.flatMap { [$0.red, $0.green, $0.blue] })
        case .rgba, .opaqueRGBA: .rgba(entries.flatMap { [$0.red, $0.green, $0.blue, $0.alpha] })
        case .fewColours, .allColours: .indexed(indices.map { UInt8($0) }, palette: palette)
        }
      frames.append(FilmFrame(width: width, height: height, pixels: form))
      pixels.append(entries.flatMap { [$0.red, $0.green, $0.blue, $0.alpha] })
    }
    self.frames = frames
    self.pixels = pixels
  }

  private static func palette(_ kind: Kind, _ random: inout SeededGenerator) -> [PaletteEntry] {
    let isOpaque = kind == .rgb || kind == .opaqueRGBA
    return (0..<(kind == .fewColours ? 7 : 256)).map { number in
      PaletteEntry(
        red: UInt8(number), green: .random(in: 0...255, using: &random), blue: .random(in: 0...255, using: &random),
        alpha: isOpaque || number % 3 > 0 ? 255 : .random(in: 0...254, using: &random))
    }
  }

  private static func change(
    _ indices: inout [Int], _ width: Int, _ height: Int, _ colours: Int, _ random: inout SeededGenerator
  ) {
    func other(_ index: Int) -> Int { (index + 1) % colours }
    switch Int.random(in: 0..<5, using: &random) {
    case 0: break
    case 1:
      let place = Int.random(in: indices.indices, using: &random)
      indices[place] = other(indices[place])
    case 2:
      let (left, top) = (Int.random(in: 0..<width, using: &random), Int.random(in: 0..<height, using: &random))
      for row in top..<height where row < top + 4 {
        for column in left..<width where column < left + 5 {
          indices[row * width + column] = other(indices[row * width + column])
        }
      }
    case 3:
      for place in indices.indices where Int.random(in: 0..<20, using: &random) == 0 {
        indices[place] = other(indices[place])
      }
    default: indices = indices.map(other)
    }
  }

  /// Hands all frames to a sink, and finishes it.
  @discardableResult
  func fill(_ sink: any FilmSink, description: String = "{\"wakeprint_frames\": 1}") throws -> TileSinkReport {
    for (number, frame) in frames.enumerated() where try !sink.holds(number) {
      try sink.append(sink.encode(frame, number: number), number: number)
    }
    return try sink.finish(description: Array(description.utf8))
  }

  /// A sink at a path, of the format that its ending asks for.
  func sink(
    _ path: String, force: Bool = false, resume: Bool = false, key: String = "job", framesPerSecond: Double = 24,
    metadata: PNGMetadata = PNGMetadata(), folders: String? = nil
  ) throws(ExportError) -> any FilmSink {
    let format = try FilmFormat(path: path)
    guard let folders else {
      return try format.sink(
        path: path, force: force, resume: resume, key: key, frameCount: frames.count,
        framesPerSecond: framesPerSecond, metadata: metadata)
    }
    return try format.sink(
      path: path, force: force, resume: resume, key: key, frameCount: frames.count, framesPerSecond: framesPerSecond,
      metadata: metadata, folders: folders)
  }
}
