import Export
import Raster

extension PaletteEntry {
  /// A colour as a picture stores it; what is not seen at all has no colour either.
  init(_ color: Color) {
    let alpha = UInt8((color.alpha * 255).rounded())
    self.init(
      red: alpha == 0 ? 0 : color.red, green: alpha == 0 ? 0 : color.green, blue: alpha == 0 ? 0 : color.blue,
      alpha: alpha)
  }
}
