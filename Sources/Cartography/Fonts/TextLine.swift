import Raster

/// One line of text set in a style, kerned, with its pen starting at x = 0.
package struct TextLine: Sendable {
  /// The text that is set, after any shortening.
  package let text: String
  /// The style it is set in, after any shrinking.
  package let style: TextStyle
  /// Distance from the first letter's origin to where the pen ends, in pixels, without tracking behind the last.
  package let width: Double
  /// Letters that no font has and that stand as boxes, each once, in order.
  package let missing: [Unicode.Scalar]
  private let glyphs: [(glyph: Glyph, x: Double, pixelsPerUnit: Double)]

  /// Sets a text on one line whatever its width.
  package init(_ text: String, _ style: TextStyle) {
    let face = style.typeface
    var pen = 0.0
    var left: Typeface.Letter?
    var glyphs: [(glyph: Glyph, x: Double, pixelsPerUnit: Double)] = []
    var missing: [Unicode.Scalar] = []
    func place(_ letter: Typeface.Letter) {
      let scale = style.size / letter.unitsPerSize
      if let left { pen += face.kern(left, letter) * scale }
      if !glyphs.isEmpty { pen += style.tracking * style.size }
      glyphs.append((letter.glyph, pen, scale))
      pen += letter.glyph.advance * scale
      left = letter
    }
    for character in text {
      let scalars = character.unicodeScalars
      if scalars.count > 1, character != "\r\n", let scalar = ComposedLetters.scalar(character),
        let letter = face.letter(scalar)
      {
        place(letter)
        continue
      }
      for scalar in scalars where !TextLine.isInvisible(scalar) {
        if let letter = face.letter(scalar) {
          place(letter)
        } else {
          if !missing.contains(scalar) { missing.append(scalar) }
          place(face.missing)
        }
      }
    }
    self.text = text
    self.style = style
    self.width = pen
    self.missing = missing
    self.glyphs = glyphs
  }

  /// The letters' outlines in pixels with the pen's start at `origin`, y down, to be filled non-zero.
  package func path(at origin: Point) -> Path {
    var path = Path()
    for (glyph, pen, scale) in glyphs {
      let x = origin.x + pen
      path.append(
        glyph.outline.mapPoints {
          Point(x: x + $0.x * scale, y: origin.y - $0.y * scale)
        })
    }
    return path
  }

  /// The outlines turned a quarter to the left, reading upwards: the pen starts at `origin` and moves up.
  package func upwardPath(at origin: Point) -> Path {
    path(at: Point(x: 0, y: 0)).mapPoints { Point(x: origin.x + $0.y, y: origin.y - $0.x) }
  }

  /// Sets a text into a width in pixels: shrunk to no less than `least` of its size, then ended with an ellipsis.
  ///
  /// Nil where the text is empty or not even one letter and the ellipsis fit.
  package static func fitted(
    _ text: String, _ style: TextStyle, width: Double, least: Double = 0.8
  ) -> TextLine? {
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !trimmed.isEmpty else { return nil }
    let whole = TextLine(trimmed, style)
    if whole.width <= width { return whole }
    let shrunk = style.resized(to: style.size * max(least, width / whole.width * 0.9999))
    let smaller = TextLine(trimmed, shrunk)
    if smaller.width <= width { return smaller }
    return shortened(Array(trimmed), shrunk, width: width)
  }

  /// Breaks a text between words and East Asian letters into lines no wider than `width` pixels; what does not fit into `count` lines is
  /// ended with an ellipsis.
  package static func wrapped(
    _ text: String, _ style: TextStyle, width: Double, lines count: Int
  ) -> [TextLine] {
    let words = LineBreaks(text)
    var lines: [TextLine] = []
    var first = 0
    while first < words.count, lines.count < count {
      var end = first + 1
      while end < words.count, TextLine(words[first..<(end + 1)], style).width <= width { end += 1 }
      let isLast = lines.count == count - 1
      guard let line = fitted(words[first..<(isLast ? words.count : end)], style, width: width, least: 1) else { break }
      lines.append(line)
      first = end
    }
    return lines
  }

  private static func shortened(_ letters: [Character], _ style: TextStyle, width: Double) -> TextLine? {
    var low = 0
    var high = letters.count
    var best: TextLine?
    while low < high {
      let middle = (low + high + 1) / 2
      var kept = letters[..<middle]
      while let last = kept.last, last.isWhitespace || last.isPunctuation { kept.removeLast() }
      let line = TextLine(String(kept) + "…", style)
      if line.width <= width {
        if !kept.isEmpty { best = line }
        low = middle
      } else {
        high = middle - 1
      }
    }
    return best
  }

  /// Joiners, marks of direction and controls: they have no shape of their own.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F: true
    case 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: true
    default: false
    }
  }
}
