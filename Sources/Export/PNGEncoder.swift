/// Pictures as PNG: the same bytes whatever the number of threads, and no clock in them.
///
/// Rows carry no filter, since no filter beats any on maps: flat ground and thin lines repeat exactly.
/// Measured on two maps of 2048 x 2048 RGB with heat on 11 and 14 % of the pixels (milliseconds on one core,
/// kilobytes):
///
/// | encoder | points | lines |
/// |---|---|---|
/// | libpng level 6, filters chosen | 182, 1298 | 224, 1695 |
/// | libpng level 6, none | 149, 932 | 112, 1468 |
/// | libpng level 1, up | 66, 1454 | 96, 1952 |
/// | zlib level 1, bands | 42, 1092 | 57, 1557 |
/// | zlib level 3, bands | 59, 1012 | 71, 1516 |
/// | the same on two cores | 32, 1012 | 38, 1516 |
/// | libdeflate level 1 | 26, 987 | 38, 1506 |
/// | ISA-L level 1 | 9, 1075 | 12, 1598 |
///
/// Bands of zlib at level 3 share the cores and need no other library; its bytes are the same on every
/// processor.
package enum PNGEncoder {
  private static let truecolourLevel: Int32 = 3
  private static let paletteLevel: Int32 = 4

  /// A picture of at most 256 colours, at the smallest of 1, 2, 4 and 8 bits to a pixel.
  ///
  /// `indices` holds `width * height` numbers of `palette`'s entries, rows from the top. Only used entries
  /// are written. Throws for a size of 0 and for an index without an entry.
  package static func encodePalette(
    indices: UnsafeBufferPointer<UInt8>, width: Int, height: Int, palette: [PaletteEntry],
    metadata: PNGMetadata
  ) throws(ExportError) -> [UInt8] {
    try PNGAssembly.check(width: width, height: height)
    precondition(indices.count == width * height, "an index for each pixel")
    let compact = try CompactPalette(palette: palette, indices: indices)
    let layout = PNGAssembly.Layout(
      width: width, height: height, bitDepth: compact.bitDepth, colorType: 3, palette: compact.entries)
    var bands: [PNGBand] = []
    for rows in layout.bands {
      let part = UnsafeBufferPointer(rebasing: indices[rows.lowerBound * width..<rows.upperBound * width])
      bands.append(
        try PNGBand(
          rows: compact.packedRows(part, width: width), rowBytes: layout.rowBytes, level: paletteLevel,
          isLast: rows.upperBound == height))
    }
    return try PNGAssembly.join(layout: layout, metadata: metadata, bands: bands)
  }

  /// A picture of at most 256 colours, at the smallest of 1, 2, 4 and 8 bits to a pixel.
  ///
  /// As the function over a buffer, and with the same bytes.
  package static func encodePalette(
    indices: [UInt8], width: Int, height: Int, palette: [PaletteEntry], metadata: PNGMetadata
  ) throws(ExportError) -> [UInt8] {
    try indices.withUnsafeBufferPointer { indices throws(ExportError) in
      try encodePalette(indices: indices, width: width, height: height, palette: palette, metadata: metadata)
    }
  }

  /// A truecolour picture, three bytes to a pixel (RGB) or, with `alpha`, four (RGBA, alpha not multiplied
  /// in).
  ///
  /// `rows` is called once for each band of rows, from the top, up to `threads` at the same time, and gives
  /// the band's pixels row by row without padding. Throws for a size of 0.
  package static func encodeRGB(
    width: Int, height: Int, metadata: PNGMetadata, alpha: Bool = false, threads: Int,
    rows: @escaping @Sendable (Range<Int>) -> [UInt8]
  ) async throws(ExportError) -> [UInt8] {
    try PNGAssembly.check(width: width, height: height)
    let layout = PNGAssembly.Layout(width: width, height: height, bitDepth: 8, colorType: alpha ? 6 : 2)
    let ranges = layout.bands
    let rowBytes = layout.rowBytes
    let results = await orderedResults(count: ranges.count, threads: threads) { number throws(ExportError) in
      let pixels = rows(ranges[number])
      precondition(pixels.count == ranges[number].count * rowBytes, "whole rows of the picture's width")
      return try PNGBand(
        rows: pixels, rowBytes: rowBytes, level: truecolourLevel, isLast: number == ranges.count - 1)
    }
    var bands: [PNGBand] = []
    for result in results { bands.append(try result.get()) }
    return try PNGAssembly.join(layout: layout, metadata: metadata, bands: bands)
  }

  /// The results of numbered pieces of work in their order, at most `threads` of them under way.
  private static func orderedResults(
    count: Int, threads: Int, work: @escaping @Sendable (Int) throws(ExportError) -> PNGBand
  ) async -> [Result<PNGBand, ExportError>] {
    await withTaskGroup(of: (Int, Result<PNGBand, ExportError>).self) { group in
      var next = 0
      func start(_ group: inout TaskGroup<(Int, Result<PNGBand, ExportError>)>) {
        let number = next
        next += 1
        group.addTask {
          do throws(ExportError) {
            return (number, .success(try work(number)))
          } catch {
            return (number, .failure(error))
          }
        }
      }
      while next < min(max(threads, 1), count) { start(&group) }
      var results: [(Int, Result<PNGBand, ExportError>)] = []
      while let result = await group.next() {
        results.append(result)
        if next < count { start(&group) }
      }
      return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
