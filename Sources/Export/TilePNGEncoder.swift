/// Tiles as PNG, one after the other; each worker keeps its own encoder and with it the buffers.
///
/// Rows carry no filter, and libdeflate compresses them. The same tile gives the same bytes, whatever was encoded before
/// it. Tiles of 256 pixels without the empty ones, cut from heatmaps of a synthetic fleet (10 million positions, zooms 8,
/// 10 and 13) and of real recordings (Solent, zoom 14; coast of the USA, zoom 8): milliseconds of one core for a whole
/// palette tile, median and in brackets nine tenths of the tiles, and bytes in the mean, 400 to 900 of them palette and
/// description; zlib through `PNGEncoder`:
///
/// | compressed by | zoom 8 | zoom 10 | zoom 13 | Solent | USA |
/// |---|---|---|---|---|---|
/// | libdeflate 1 | 0.22 (0.47), 16391 | 0.32 (0.46), 15965 | 0.21 (0.27), 4383 | 0.19 (0.21), 1896 | 0.18 (0.20), 619 |
/// | libdeflate 3 | 0.27 (0.74), 16400 | 0.36 (0.60), 15914 | 0.13 (0.32), 4373 | 0.17 (0.22), 1920 | 0.12 (0.14), 625 |
/// | libdeflate 5 | 0.37 (1.13), 16131 | 0.45 (0.83), 15577 | 0.19 (0.49), 4209 | 0.18 (0.25), 1836 | 0.12 (0.17), 600 |
/// | libdeflate 9 | 2.5 (6.7), 15931 | 4.6 (8.0), 15275 | 1.0 (4.0), 4071 | 0.6 (2.2), 1798 | 0.23 (0.62), 608 |
/// | zlib 4 | 0.59 (1.9), 16409 | 0.71 (1.2), 15952 | 0.30 (0.75), 4362 | 0.28 (0.36), 1921 | 0.19 (0.23), 628 |
///
/// Level 1 is the only one at which nine tenths of the tiles of every set stay below half a millisecond, and it costs 2 %
/// of the bytes against level 9.
///
/// Truecolour tiles of anti-aliased lines (made, 1 to 128 lines), milliseconds and bytes of the image data in the mean:
/// libdeflate 1 without a filter 1.1 and 31048, 3: 1.4 and 28609, 5: 1.5 and 27319, 6: 1.7 and 27239; at level 5 with
/// filter up 1.7 and 32868, with the filter of the least sum for each row 1.7 and 32186.
package struct TilePNGEncoder: ~Copyable {
  private let size: Int
  private let file: TilePNGFile
  private let paletteDeflater: LibraryDeflater
  private let truecolourDeflater: LibraryDeflater
  private var indices: [UInt8]
  private var rows: [UInt8]
  private var deflated: [UInt8]

  /// An encoder of square tiles; throws where memory is short or there is no such level.
  ///
  /// - Parameters:
  ///   - size: pixels to a side, at least 1; 256 or 512 where tiles are meant.
  ///   - description: a short JSON text that every tile carries in an iTXt chunk `wakeprint`; nil for none.
  ///   - paletteLevel: libdeflate's level for palette tiles, 1...12.
  ///   - truecolourLevel: libdeflate's level for tiles of more than 256 colours.
  package init(
    size: Int, description: String?, paletteLevel: Int = 1, truecolourLevel: Int = 5
  ) throws(ExportError) {
    let forPalettes = try LibraryDeflater(level: paletteLevel)
    let forTruecolour = try LibraryDeflater(level: truecolourLevel)
    self.size = size
    file = TilePNGFile(size: size, description: description)
    let rowBytes = size * (4 * size + 1)
    indices = [UInt8](repeating: 0, count: size * size)
    rows = [UInt8](repeating: 0, count: rowBytes)
    deflated = [UInt8](
      repeating: 0, count: max(forPalettes.bound(rowBytes), forTruecolour.bound(rowBytes)))
    paletteDeflater = forPalettes
    truecolourDeflater = forTruecolour
  }

  /// A tile of at most 256 colours, at the smallest of 1, 2, 4 and 8 bits to a pixel.
  ///
  /// `indices` holds `size * size` numbers of `palette`'s entries, rows from the top. Only used entries are written;
  /// those without opacity become black. Throws for an index without an entry.
  package mutating func encode(
    indices: UnsafeBufferPointer<UInt8>, palette: [PaletteEntry]
  ) throws(ExportError) -> [UInt8] {
    precondition(indices.count == size * size, "an index for each pixel")
    let seen = palette.map { $0.alpha == 0 ? PaletteEntry(bits: 0) : $0 }
    let compact = try CompactPalette(palette: seen, indices: indices)
    let rowCount = rows.withUnsafeMutableBufferPointer {
      compact.pack(indices, width: size, hasFilterBytes: true, into: $0)
    }
    return try finish(
      rowCount, bitDepth: compact.bitDepth, colorType: 3, palette: compact.entries)
  }

  /// A tile of any colours: as a palette tile where at most 256 occur, as truecolour otherwise, with alpha where a pixel
  /// is not opaque.
  ///
  /// `rgba` holds `size * size` pixels of red, green, blue and alpha, not multiplied in, rows from the top. Pixels
  /// without opacity become black. The palette's entries stand as they are first met, translucent ones before others.
  package mutating func encode(rgba: UnsafeBufferPointer<UInt8>) throws(ExportError) -> [UInt8] {
    precondition(rgba.count == 4 * size * size, "four bytes for each pixel")
    var numbers = ColourNumbers()
    let isPalette = indices.withUnsafeMutableBufferPointer { Self.number(rgba, with: &numbers, into: $0) }
    if isPalette {
      // The indices are lent, so that the encoder can be changed while they are read.
      let lent = indices
      return try lent.withUnsafeBufferPointer { lent throws(ExportError) in
        try encode(indices: lent, palette: numbers.entries)
      }
    }
    let bytes = UnsafeRawBufferPointer(rgba)
    let hasAlpha = stride(from: 3, to: bytes.count, by: 4).contains { bytes[$0] < 255 }
    let rowCount = rows.withUnsafeMutableBufferPointer {
      Self.copyRows(bytes, width: size, hasAlpha: hasAlpha, into: $0)
    }
    return try finish(rowCount, bitDepth: 8, colorType: hasAlpha ? 6 : 2, palette: [])
  }

  /// The number of each pixel's colour; false where there are more than 256.
  private static func number(
    _ rgba: UnsafeBufferPointer<UInt8>, with numbers: inout ColourNumbers,
    into indices: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    let bytes = UnsafeRawBufferPointer(rgba)
    var last: UInt32?
    var index: UInt8 = 0
    for pixel in 0..<indices.count {
      let bits = colour(bytes.loadUnaligned(fromByteOffset: 4 &* pixel, as: UInt32.self))
      if bits != last {
        guard let number = numbers.number(of: PaletteEntry(bits: bits)) else { return false }
        last = bits
        index = number
      }
      indices[pixel] = index
    }
    return true
  }

  /// Four bytes as loaded, red lowest; 0 where alpha is 0.
  @inline(__always)
  private static func colour(_ loaded: UInt32) -> UInt32 {
    let bits = UInt32(littleEndian: loaded)
    return bits >> 24 == 0 ? 0 : bits
  }

  private static func copyRows(
    _ rgba: UnsafeRawBufferPointer, width: Int, hasAlpha: Bool, into rows: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var place = 0
    for pixel in 0..<width * width {
      if pixel % width == 0 {
        rows[place] = 0
        place &+= 1
      }
      let bits = colour(rgba.loadUnaligned(fromByteOffset: 4 &* pixel, as: UInt32.self))
      for channel in 0..<(hasAlpha ? 4 : 3) as Range<UInt32> {
        rows[place] = UInt8(truncatingIfNeeded: bits >> (8 * channel))
        place &+= 1
      }
    }
    return place
  }

  private mutating func finish(
    _ rowCount: Int, bitDepth: Int, colorType: UInt8, palette: [PaletteEntry]
  ) throws(ExportError) -> [UInt8] {
    let count = try deflate(rowCount, isPalette: colorType == 3)
    return deflated.withUnsafeBufferPointer {
      file.assemble(
        bitDepth: bitDepth, colorType: colorType, palette: palette, data: UnsafeBufferPointer(rebasing: $0[..<count]))
    }
  }

  private mutating func deflate(_ rowCount: Int, isPalette: Bool) throws(ExportError) -> Int {
    try rows.withUnsafeBufferPointer { rows throws(ExportError) in
      let input = UnsafeBufferPointer(rebasing: rows[..<rowCount])
      return try deflated.withUnsafeMutableBufferPointer { output throws(ExportError) in
        isPalette
          ? try paletteDeflater.deflate(input, into: output) : try truecolourDeflater.deflate(input, into: output)
      }
    }
  }
}
