extension FilmFrame {
  /// The frame as a PNG: rows without a filter, truecolour compressed by libdeflate at level 1, of which `PNGEncoder` and
  /// `TilePNGEncoder` tell the figures; the same bytes whoever encodes it.
  package func png(_ metadata: PNGMetadata) throws(ExportError) -> [UInt8] {
    try PNGAssembly.check(width: width, height: height)
    switch pixels {
    case .indexed(let indices, let palette):
      return try PNGEncoder.encodePalette(
        indices: indices, width: width, height: height, palette: palette, metadata: metadata)
    case .rgb(let bytes): return try truecolour(bytes, channels: 3, metadata)
    case .rgba(let bytes): return try truecolour(bytes, channels: 4, metadata)
    }
  }

  private func truecolour(_ bytes: [UInt8], channels: Int, _ metadata: PNGMetadata) throws(ExportError) -> [UInt8] {
    let layout = PNGAssembly.Layout(width: width, height: height, bitDepth: 8, colorType: channels == 3 ? 2 : 6)
    let rows = FilmFrame.unfiltered(bytes, rowBytes: width * channels)
    return try PNGAssembly.join(layout: layout, metadata: metadata, stream: FilmFrame.deflated(rows))
  }

  /// Rows, each led by the filter that is none.
  static func unfiltered(_ bytes: some Collection<UInt8>, rowBytes: Int) -> [UInt8] {
    let count = bytes.count / rowBytes
    return [UInt8](unsafeUninitializedCapacity: count * (rowBytes + 1)) { buffer, initialized in
      _ = bytes.withContiguousStorageIfAvailable { source in
        for row in 0..<count {
          buffer.initializeElement(at: row * (rowBytes + 1), to: 0)
          let target = UnsafeMutableBufferPointer(
            rebasing: buffer[row * (rowBytes + 1) + 1..<(row + 1) * (rowBytes + 1)])
          _ = target.initialize(fromContentsOf: source[row * rowBytes..<(row + 1) * rowBytes])
        }
        initialized = count * (rowBytes + 1)
      }
    }
  }

  /// A zlib stream of one of libdeflate's levels.
  static func deflated(_ rows: [UInt8], level: Int = 1) throws(ExportError) -> [UInt8] {
    let deflater = try LibraryDeflater(level: level)
    var failure: ExportError?
    let stream = [UInt8](unsafeUninitializedCapacity: deflater.bound(rows.count)) { buffer, initialized in
      do throws(ExportError) {
        initialized = try rows.withUnsafeBufferPointer { rows throws(ExportError) in
          try deflater.deflate(rows, into: buffer)
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return stream
  }
}
