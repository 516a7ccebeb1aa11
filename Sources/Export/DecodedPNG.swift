/// A PNG read back.
package struct DecodedPNG: Hashable, Sendable {
  /// Columns.
  package let width: Int
  /// Rows.
  package let height: Int
  /// Bits to a channel or index in the file.
  package let bitDepth: Int
  /// IHDR's colour type: 2 RGB, 3 palette, 6 RGB and alpha; 0 and 4 greys.
  package let colorType: Int
  /// Entries of the palette; 0 where there is none.
  package let paletteCount: Int
  /// Whether the file declares its colours as sRGB.
  package let isSRGB: Bool
  /// RGBA, four bytes to a pixel, alpha not multiplied in, rows from the top without padding.
  package let pixels: [UInt8]
  /// What the file says of itself.
  package let metadata: PNGMetadata
}
