import Digest
import Synchronization

/// A film as one animated PNG (PNG specification, third edition, sections 4.9 and 11.3.6).
///
/// Each frame but the first is only the rectangle in which it differs from the one before, see `AnimatedPNGPixels`; a
/// frame that differs in nothing is one pixel, so that every reader counts the frames that were asked for. The
/// film plays again and again. The file appears under its name only when it is whole, see `OutputFile`; it cannot be
/// resumed. All frames must have the size and the kind of pixels, palette included, of the first.
package final class AnimatedPNGSink: FilmSink {
  private struct State: ~Copyable {
    var file: OutputFile?
    var writer: PNGChunkWriter
    var hash = SHA256()
    var byteCount = 0
    /// The frame that was appended last.
    var last: FilmFrame?
    var pixels: AnimatedPNGPixels?
    var frameCount = 0
    /// Of the chunks that carry one.
    var sequence = 0
  }

  private let path: String
  private let frameCount: Int
  private let rate: FrameRate
  private let metadata: PNGMetadata
  private let state: Mutex<State>

  /// Opens a file for writing, in which there will be so many frames; throws as `OutputFile.create`.
  init(
    path: String, force: Bool, frameCount: Int, rate: FrameRate, metadata: PNGMetadata
  ) throws(ExportError) {
    precondition(frameCount > 0, "a film has frames")
    self.path = path
    self.frameCount = frameCount
    self.rate = rate
    self.metadata = metadata
    let writer = try PNGChunkWriter()
    let file = try OutputFile.create(path: path, force: force)
    state = Mutex(State(file: consume file, writer: writer))
  }

  /// The frame's pixels: what is written of them depends on the frame before.
  package func encode(_ frame: FilmFrame, number: Int) -> EncodedFrame { .pixels(frame) }

  /// None: the file is made anew.
  package func holds(_ number: Int) -> Bool { false }

  package func append(_ frame: EncodedFrame, number: Int) throws(ExportError) {
    guard case .pixels(let frame) = frame else { preconditionFailure("pixels, as `encode` gives them") }
    try state.withLock { state throws(ExportError) in
      precondition(number == state.frameCount && number < frameCount, "each frame once, in order")
      do throws(ExportError) {
        try write(frame, &state)
      } catch {
        state.file = nil
        throw error
      }
    }
  }

  /// Ends the file and gives it its name; the description, which is a folder's, is not in it.
  package func finish(description: [UInt8]) throws(ExportError) -> TileSinkReport {
    try state.withLock { state throws(ExportError) in
      precondition(state.frameCount == frameCount, "as many frames as were announced")
      try state.writer.write("IEND", [])
      try drain(&state)
      guard let file = state.file.take() else { throw .writeFailed(path: path, reason: "an earlier write failed") }
      try file.commit()
      var hash = SHA256()
      swap(&hash, &state.hash)
      return TileSinkReport(bytes: state.byteCount, sha256: hash.finish().hexadecimal)
    }
  }

  private func write(_ frame: FilmFrame, _ state: inout State) throws(ExportError) {
    let pixels: AnimatedPNGPixels
    let change: FrameChange
    if let last = state.last, let known = state.pixels {
      precondition(
        last.width == frame.width && last.height == frame.height && last.pixels.isOfKind(of: frame.pixels),
        "frames of one size and one kind")
      pixels = known
      change =
        FrameChange(
          from: last.pixels.bytes, to: frame.pixels.bytes, width: frame.width, pixelBytes: frame.pixels.pixelBytes)
        ?? .nothing
    } else {
      pixels = AnimatedPNGPixels(frame)
      change = FrameChange(allOf: frame.width, by: frame.height)
      try PNGAssembly.check(width: frame.width, height: frame.height)
      try state.writer.writeHeader(pixels.layout(width: frame.width, height: frame.height), metadata)
      // Played without end.
      try state.writer.write("acTL", Self.bytes(UInt32(frameCount)) + Self.bytes(UInt32(0)))
    }
    let part = pixels.part(change, of: frame, after: state.last)
    try state.writer.write("fcTL", control(change, isOver: part.isOver, sequence: state.sequence))
    state.sequence += 1
    let stream = try FilmFrame.deflated(part.rows, level: Self.level)
    if state.last == nil {
      try state.writer.write("IDAT", stream)
    } else {
      try state.writer.write("fdAT", Self.bytes(UInt32(state.sequence)) + stream)
      state.sequence += 1
    }
    state.last = frame
    state.pixels = pixels
    state.frameCount += 1
    try drain(&state)
  }

  /// What fcTL says: number, size, place, delay; that it stays, and whether it is laid over.
  private func control(_ change: FrameChange, isOver: Bool, sequence: Int) -> [UInt8] {
    let numbers = [
      sequence, change.columns.count, change.rows.count, change.columns.lowerBound, change.rows.lowerBound,
    ]
    return numbers.flatMap { Self.bytes(UInt32($0)) } + Self.bytes(UInt16(rate.seconds))
      + Self.bytes(UInt16(rate.frames)) + [0, isOver ? 1 : 0]
  }

  private func drain(_ state: inout State) throws(ExportError) {
    let bytes = state.writer.takeBytes()
    // Taken and put back: an optional that cannot be copied has no other way to be changed.
    guard var file = state.file.take() else { throw .writeFailed(path: path, reason: "an earlier write failed") }
    try file.write(bytes)
    state.file = consume file
    state.hash.update(bytes)
    state.byteCount += bytes.count
  }

  private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { [UInt8]($0) }
  }

  /// libdeflate's.
  private static let level = 6
}

extension FilmFrame.Pixels {
  /// All bytes, rows from the top.
  var bytes: [UInt8] {
    switch self {
    case .rgb(let bytes), .rgba(let bytes), .indexed(let bytes, _): bytes
    }
  }

  /// Bytes of a pixel.
  var pixelBytes: Int {
    switch self {
    case .rgb: 3
    case .rgba: 4
    case .indexed: 1
    }
  }

  /// Whether other pixels are told by the same bytes.
  fileprivate func isOfKind(of other: FilmFrame.Pixels) -> Bool {
    switch (self, other) {
    case (.rgb, .rgb), (.rgba, .rgba): true
    case (.indexed(_, let palette), .indexed(_, let otherPalette)): palette == otherPalette
    default: false
    }
  }
}
