import CPNG

/// A PNG put together from its header and its bands.
package struct PNGAssembly {
  /// What IHDR says, and the palette of a palette picture.
  package struct Layout: Sendable {
    let width: Int
    let height: Int
    let bitDepth: Int
    /// IHDR's: 2 RGB, 3 palette, 6 RGB and alpha.
    let colorType: Int32
    var palette: [PaletteEntry]

    /// A layout of a size in pixels.
    package init(width: Int, height: Int, bitDepth: Int, colorType: Int32, palette: [PaletteEntry] = []) {
      self.width = width
      self.height = height
      self.bitDepth = bitDepth
      self.colorType = colorType
      self.palette = palette
    }

    /// Bytes of a row without its filter byte.
    var rowBytes: Int {
      let channels = colorType == 2 ? 3 : colorType == 6 ? 4 : 1
      return (width * channels * bitDepth + 7) / 8
    }

    /// The rows of each band, from the top.
    package var bands: [Range<Int>] {
      let step = PNGBand.rowCount(rowBytes: rowBytes)
      return stride(from: 0, to: height, by: step).map { $0..<min($0 + step, height) }
    }
  }

  /// Throws for a picture without pixels and for more columns or rows than a row's bytes could be counted for
  /// in PNG.
  static func check(width: Int, height: Int) throws(ExportError) {
    let possible = 1...Int(Int32.max) / 4
    guard possible.contains(width), possible.contains(height) else {
      throw .unusableSize(format: "PNG", width: width, height: height)
    }
  }

  static func join(layout: Layout, metadata: PNGMetadata, bands: [PNGBand]) throws(ExportError) -> [UInt8] {
    let writer = try PNGChunkWriter()
    try writer.writeHeader(layout, metadata)
    var adler: UInt32 = 1
    for (number, band) in bands.enumerated() {
      adler = cpng_adler_combine(adler, band.adler, band.filteredCount)
      // CMF and FLG of RFC 1950: deflate, 32 kB window, no dictionary.
      var data: [UInt8] = number == 0 ? [0x78, 0x5E] : []
      data += band.deflated
      if number == bands.count - 1 {
        data += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: adler >> $0) }
      }
      try writer.write("IDAT", data)
    }
    try writer.write("IEND", [])
    return writer.takeBytes()
  }

  /// A picture whose rows, each with its filter, are one zlib stream.
  static func join(layout: Layout, metadata: PNGMetadata, stream: [UInt8]) throws(ExportError) -> [UInt8] {
    let writer = try PNGChunkWriter()
    try writer.writeHeader(layout, metadata)
    try writer.write("IDAT", stream)
    try writer.write("IEND", [])
    return writer.takeBytes()
  }

  /// Whether bytes begin as a PNG does and end with its last chunk.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: signature) && bytes.suffix(end.count).elementsEqual(end)
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let end: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
}
