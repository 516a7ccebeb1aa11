import CPNG

/// libpng's writer of chunks, each with its length and checksum.
struct PNGChunkWriter: ~Copyable {
  private let writer: OpaquePointer

  /// A writer of nothing yet; throws where memory is short.
  init() throws(ExportError) {
    guard let writer = cpng_writer_create() else {
      throw .encodingFailed(format: "PNG", reason: "memory is short")
    }
    self.writer = writer
  }

  deinit { cpng_writer_destroy(writer) }

  /// Writes the signature and all that stands before the pixels.
  func writeHeader(_ layout: PNGAssembly.Layout, _ metadata: PNGMetadata) throws(ExportError) {
    let texts = [
      ("Title", metadata.title), ("Source", metadata.source), ("Software", metadata.software),
      ("wakeprint", metadata.provenanceJSON),
    ]
    for case (let keyword, let text?) in texts {
      try check { message in
        Self.withoutZeros(text).withCString { cpng_writer_text(writer, keyword, $0, message) }
      }
    }
    let palette = layout.palette.flatMap { [$0.red, $0.green, $0.blue, $0.alpha] }
    try check { message in
      palette.withUnsafeBufferPointer { palette in
        var header = cpng_header(
          width: UInt32(layout.width), height: UInt32(layout.height), bitDepth: Int32(layout.bitDepth),
          colorType: layout.colorType, pixelsPerMetre: UInt32(clamping: metadata.pixelsPerMetre ?? 0),
          palette: layout.palette.isEmpty ? nil : palette.baseAddress,
          paletteCount: Int32(layout.palette.count))
        return cpng_writer_header(writer, &header, message)
      }
    }
  }

  /// Writes a chunk of a type of four letters.
  func write(_ type: String, _ data: [UInt8]) throws(ExportError) {
    try check { message in
      data.withUnsafeBufferPointer { cpng_writer_chunk(writer, type, $0.baseAddress, $0.count, message) }
    }
  }

  /// The bytes written since they were last taken.
  func takeBytes() -> [UInt8] {
    var count = 0
    let bytes = cpng_writer_bytes(writer, &count)
    defer { cpng_writer_drop_bytes(writer) }
    return [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  }

  private func check(_ call: (UnsafeMutablePointer<CChar>) -> Int32) throws(ExportError) {
    guard let reason = failureMessage(size: CPNG_MESSAGE_SIZE, call) else { return }
    throw .encodingFailed(format: "PNG", reason: reason)
  }

  /// PNG ends a text at its first zero.
  private static func withoutZeros(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\0" }))
  }
}
