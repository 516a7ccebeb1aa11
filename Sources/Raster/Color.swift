/// An sRGB colour: red, green and blue in encoded bytes 0...255, alpha in 0...1 (straight, not premultiplied).
package struct Color: Hashable, Sendable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8
  /// Opacity, 0 (nothing) to 1 (opaque); values outside are taken as the nearer end when drawn.
  package var alpha: Double

  /// A colour from encoded sRGB bytes and an opacity of 0...1.
  package init(red: UInt8, green: UInt8, blue: UInt8, alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// A colour from 0xRRGGBB and an opacity of 0...1; bits above 24 are ignored.
  package init(_ hex: UInt32, alpha: Double = 1) {
    self.init(
      red: UInt8(truncatingIfNeeded: hex >> 16), green: UInt8(truncatingIfNeeded: hex >> 8),
      blue: UInt8(truncatingIfNeeded: hex), alpha: alpha)
  }
}
