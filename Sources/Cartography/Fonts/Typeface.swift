import Raster

/// The fonts that a word's letters come from: each letter from the first that has it.
///
/// Metrics are those of the first. All are set at the same size, at which capitals are equally tall.
package struct Typeface: Sendable, Equatable {
  /// At least one.
  private let fonts: [FontFile]

  /// A letter's shape and where it comes from.
  package struct Letter: Sendable {
    /// The shape in the units of its font.
    package let glyph: Glyph
    /// Font units to a size's em.
    package let unitsPerSize: Double
    fileprivate let font: Int
    fileprivate let index: Int
  }

  /// Reads a TrueType or OpenType font, or of a collection the face for a region ("KR") or the first.
  ///
  /// Throws `CartographyError.unreadableTypeface`.
  package init(_ file: [UInt8], region: String? = nil) throws(CartographyError) {
    fonts = [try FontFile(.bytes(file), region: region)]
  }

  init(_ resource: EmbeddedResource) throws(CartographyError) {
    fonts = [try FontFile(.embedded(resource))]
  }

  private init(fonts: [FontFile]) { self.fonts = fonts }

  /// The same with further typefaces for the letters that it lacks.
  package func followed(by others: [Typeface]) -> Typeface {
    Typeface(
      fonts: others.reduce(fonts) { all, other in all + other.fonts.filter { font in !all.contains { $0 === font } } })
  }

  /// Font units to a size's em.
  package var unitsPerSize: Double { fonts[0].unitsPerSize }
  /// Height of the tallest letters above the baseline, in font units.
  package var ascent: Double { fonts[0].ascent }
  /// Depth of the lowest letters below the baseline, in font units, positive.
  package var descent: Double { fonts[0].descent }
  /// Height of a flat capital above the baseline, in font units.
  package var capHeight: Double { fonts[0].capHeight }
  /// Height of a flat small letter above the baseline, in font units.
  package var xHeight: Double { fonts[0].xHeight }

  /// A scalar's letter, nil where no font has it or where it is of a script that cannot be set.
  ///
  /// Spaces that the fonts lack fall back to one that they have: no-break, narrow and figure spaces are common in numbers.
  package func letter(_ scalar: Unicode.Scalar) -> Letter? {
    guard ShapedScript(scalar) == nil else { return nil }
    if let letter = letter(scalar.value) { return letter }
    switch scalar.value {
    case 0x202F: return letter(0x2009) ?? letter(0x20)
    case 0x09, 0x0A, 0x0D, 0x2000...0x200A, 0x2028, 0x2029, 0x205F, 0x3000: return letter(0x20)
    default: return nil
    }
  }

  /// The box for letters that are missing.
  package var missing: Letter {
    Letter(
      glyph: Typeface.box(height: capHeight, unitsPerEm: fonts[0].unitsPerEm), unitsPerSize: unitsPerSize, font: -1,
      index: 0)
  }

  /// Extra distance between two neighbouring letters in units of their font, mostly negative; 0 between fonts.
  package func kern(_ left: Letter, _ right: Letter) -> Double {
    guard left.font == right.font, left.font >= 0 else { return 0 }
    return Double(fonts[left.font].kerning.value(left: left.index, right: right.index))
  }

  package static func == (one: Typeface, other: Typeface) -> Bool {
    one.fonts.elementsEqual(other.fonts) { $0 === $1 }
  }

  private func letter(_ scalar: UInt32) -> Letter? {
    for (number, font) in fonts.enumerated() {
      if let letter = font.letter(scalar) {
        return Letter(
          glyph: letter.glyph, unitsPerSize: font.unitsPerSize, font: number, index: letter.index)
      }
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
