/// A finished frame of a film.
package struct FilmFrame: Sendable, Equatable {
  /// Rows from the top, without padding.
  package enum Pixels: Sendable, Equatable {
    /// Red, green, blue in sRGB bytes; opaque.
    case rgb([UInt8])
    /// Red, green, blue, alpha; alpha is not multiplied in.
    case rgba([UInt8])
    /// Numbers of the palette's entries.
    case indexed([UInt8], palette: [PaletteEntry])
  }

  /// Columns.
  package let width: Int
  /// Rows.
  package let height: Int
  /// What it shows.
  package let pixels: Pixels

  /// A frame from its pixels, of which there must be as many as it has room for.
  package init(width: Int, height: Int, pixels: Pixels) {
    let count =
      switch pixels {
      case .rgb(let bytes): bytes.count / 3
      case .rgba(let bytes): bytes.count / 4
      case .indexed(let indices, _): indices.count
      }
    precondition(count == width * height, "a pixel for each place")
    self.width = width
    self.height = height
    self.pixels = pixels
  }
}
