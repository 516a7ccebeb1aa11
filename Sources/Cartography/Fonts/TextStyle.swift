/// How a line of text is set.
package struct TextStyle: Sendable {
  /// The font.
  package var typeface: Typeface
  /// Pixels to the em.
  package var size: Double
  /// Extra distance between letters in ems.
  package var tracking: Double

  /// A style from a font, its size in pixels to the em and its tracking in ems.
  package init(_ typeface: Typeface, size: Double, tracking: Double = 0) {
    self.typeface = typeface
    self.size = size
    self.tracking = tracking
  }

  /// Pixels to a unit of the typeface's first font.
  var pixelsPerUnit: Double { size / typeface.unitsPerSize }
  /// Height of a flat capital in pixels.
  package var capHeight: Double { typeface.capHeight * pixelsPerUnit }
  /// Height of a flat small letter in pixels.
  package var xHeight: Double { typeface.xHeight * pixelsPerUnit }
  /// Height of the tallest letters above the baseline in pixels.
  package var ascent: Double { typeface.ascent * pixelsPerUnit }
  /// Depth below the baseline in pixels, positive.
  package var descent: Double { typeface.descent * pixelsPerUnit }

  /// The same style at another size.
  package func resized(to size: Double) -> TextStyle {
    TextStyle(typeface, size: size, tracking: tracking)
  }
}
