import Raster

/// One line of text set in a style, kerned, with its pen starting at x = 0.
package struct TextLine: Sendable {
  /// The text that is set, after any shortening.
  package let text: String
  /// The style it is set in, after any shrinking.
  package let style: TextStyle
  /// Distance from the first letter's origin to where the pen ends, in pixels, without tracking behind the last.
  package let width: Double
  /// Letters that the font does not have and that stand as boxes, each once, in order.
  package let missing: [Unicode.Scalar]
  private let glyphs: [(index: Int?, x: Double)]

  /// Sets a text on one line whatever its width.
  package init(_ text: String, _ style: TextStyle) {
    let face = style.typeface
    let scale = style.pixelsPerUnit
    var pen = 0.0
    var left: Int?
    var glyphs: [(index: Int?, x: Double)] = []
    var missing: [Unicode.Scalar] = []
    func place(_ index: Int?) {
      if let left, let index { pen += face.kern(left: left, right: index) * scale }
      if !glyphs.isEmpty { pen += style.tracking * style.size }
      glyphs.append((index, pen))
      pen += face.glyph(index).advance * scale
      left = index
    }
    for character in text {
      let scalars = character.unicodeScalars
      if scalars.count > 1, character != "\r\n", let index = face.composed(character) {
        place(index)
        continue
      }
      for scalar in scalars where !TextLine.isInvisible(scalar) {
        let index = face.glyphIndex(of: scalar)
        if index == nil, !missing.contains(scalar) { missing.append(scalar) }
        place(index)
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
    let scale = style.pixelsPerUnit
    var path = Path()
    for glyph in glyphs {
      let x = origin.x + glyph.x
      path.append(
        style.typeface.glyph(glyph.index).outline.mapPoints {
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

  /// Breaks a text between words into lines no wider than `width` pixels; what does not fit into `count` lines is
  /// ended with an ellipsis.
  package static func wrapped(
    _ text: String, _ style: TextStyle, width: Double, lines count: Int
  ) -> [TextLine] {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    var lines: [TextLine] = []
    var first = 0
    while first < words.count, lines.count < count {
      var end = first + 1
      while end < words.count,
        TextLine(words[first...end].joined(separator: " "), style).width <= width
      {
        end += 1
      }
      let isLast = lines.count == count - 1
      let rest = words[first..<(isLast ? words.count : end)].joined(separator: " ")
      guard let line = fitted(rest, style, width: width, least: 1) else { break }
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
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069: true
    case 0xFE00...0xFE0F, 0xFEFF: true
    default: false
    }
  }
}
