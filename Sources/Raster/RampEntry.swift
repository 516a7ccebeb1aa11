/// An entry of a palette for density: sRGB with alpha, not premultiplied.
package struct RampEntry: Hashable, Sendable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8
  /// 0 transparent, 255 opaque.
  package var alpha: UInt8

  /// An entry from its four components.
  package init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }
}
