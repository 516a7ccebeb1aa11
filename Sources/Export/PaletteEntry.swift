/// A colour of a palette, sRGB encoded, alpha not multiplied in; 0...255 each, alpha 255 is opaque.
package struct PaletteEntry: Hashable, Sendable {
  /// Red, 0...255.
  package var red: UInt8
  /// Green, 0...255.
  package var green: UInt8
  /// Blue, 0...255.
  package var blue: UInt8
  /// Opacity, 0...255.
  package var alpha: UInt8

  /// A colour from its channels.
  package init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }
}
