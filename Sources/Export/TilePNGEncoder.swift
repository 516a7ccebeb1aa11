/// Encodes tiles one after the other; one for each worker.
package struct TilePNGEncoder: ~Copyable {
  private let size: Int
  private let metadata: PNGMetadata

  /// An encoder of tiles of `size` pixels a side that all carry `description`, a JSON text.
  package init(size: Int, description: String?) {
    self.size = size
    metadata = PNGMetadata(provenanceJSON: description)
  }

  /// A tile from palette indices, row by row from the north.
  package mutating func encode(
    indices: UnsafeBufferPointer<UInt8>, palette: [PaletteEntry]
  ) throws(ExportError) -> [UInt8] {
    try PNGEncoder.encodePalette(indices: indices, width: size, height: size, palette: palette, metadata: metadata)
  }

  /// A tile from colours with straight alpha, red, green, blue, alpha for each pixel.
  package mutating func encode(rgba: UnsafeBufferPointer<UInt8>) throws(ExportError) -> [UInt8] {
    let layout = PNGAssembly.Layout(width: size, height: size, bitDepth: 8, colorType: 6)
    let band = try PNGBand(rows: Array(rgba), rowBytes: layout.rowBytes, level: 3, isLast: true)
    return try PNGAssembly.join(layout: layout, metadata: metadata, bands: [band])
  }
}
