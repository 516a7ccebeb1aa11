import CFreeType
import Raster

/// A font's outlines and metrics as plain values, in font units.
///
/// FreeType reads the file once, unscaled and unhinted, and is closed again: no handle is shared between threads and
/// no letter depends on the version of a hinter.
package struct Typeface: Sendable {
  /// Font units to the em.
  package let unitsPerEm: Double
  /// Height of the tallest letters above the baseline, in font units.
  package let ascent: Double
  /// Depth of the lowest letters below the baseline, in font units, positive.
  package let descent: Double
  /// Height of a flat capital above the baseline, in font units.
  package let capHeight: Double
  /// Height of a flat small letter above the baseline, in font units.
  package let xHeight: Double
  private let glyphs: [Glyph]
  private let glyphOfScalar: [UInt32: Int]
  private let kerning: KerningTable
  /// The box that stands for a letter that the font does not have.
  private let missing: Glyph

  /// Reads a TrueType or OpenType font that lies whole in memory; the bytes are not kept.
  ///
  /// Throws `CartographyError.unreadableTypeface`.
  package init(_ file: UnsafeRawBufferPointer) throws(CartographyError) {
    let contents = try FontContents(file)
    unitsPerEm = contents.unitsPerEm
    ascent = contents.ascent
    descent = contents.descent
    glyphs = contents.glyphs
    glyphOfScalar = contents.glyphOfScalar
    kerning = KerningTable(contents.kerning)
    capHeight = contents.height(of: "H") ?? contents.ascent * 0.7
    xHeight = contents.height(of: "x") ?? contents.ascent * 0.5
    missing = Typeface.box(height: capHeight, unitsPerEm: contents.unitsPerEm)
  }

  /// The glyph's number of a scalar, nil where the font has none.
  ///
  /// Spaces that the font lacks fall back to one that it has: no-break, narrow and figure spaces are common in numbers.
  package func glyphIndex(of scalar: Unicode.Scalar) -> Int? {
    if let index = glyphOfScalar[scalar.value] { return index }
    switch scalar.value {
    case 0x202F: return glyphOfScalar[0x2009] ?? glyphOfScalar[0x20]
    case 0x09, 0x0A, 0x0D, 0x2000...0x200A, 0x2028, 0x2029, 0x205F, 0x3000: return glyphOfScalar[0x20]
    default: return nil
    }
  }

  /// The glyph of a number; nil means the box for letters that are missing.
  package func glyph(_ index: Int?) -> Glyph {
    guard let index else { return missing }
    return glyphs[index]
  }

  /// Extra distance between two neighbouring glyphs in font units, mostly negative.
  package func kern(left: Int, right: Int) -> Double {
    Double(kerning.value(left: left, right: right))
  }

  /// The scalar that is canonically the same as a character of several scalars, where the font has one.
  func composed(_ character: Character) -> Int? {
    for (value, index) in glyphOfScalar {
      if let scalar = Unicode.Scalar(value), Character(scalar) == character { return index }
    }
    return nil
  }

  private static func box(height: Double, unitsPerEm: Double) -> Glyph {
    let width = (unitsPerEm * 0.5).rounded()
    let line = (unitsPerEm * 0.05).rounded()
    var path = Path()
    path.move(to: Point(x: line, y: 0))
    path.line(to: Point(x: line, y: height))
    path.line(to: Point(x: width, y: height))
    path.line(to: Point(x: width, y: 0))
    path.close()
    // The inner contour runs the other way round, so that non-zero filling leaves it open.
    path.move(to: Point(x: 2 * line, y: line))
    path.line(to: Point(x: width - line, y: line))
    path.line(to: Point(x: width - line, y: height - line))
    path.line(to: Point(x: 2 * line, y: height - line))
    path.close()
    return Glyph(outline: path, advance: width + line)
  }
}
