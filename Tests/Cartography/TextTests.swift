import Cartography
import Raster
import Testing

@Suite("Letters")
struct TextTests {
  private let style = TextStyle(.regular, size: 20)

  @Test("kerning draws AV together, and the overflowing part of the table counts too")
  func kerning() {
    let pair = TextLine("AV", style).width
    #expect(pair < TextLine("A", style).width + TextLine("V", style).width - 0.5)
    // Cyrillic pairs stand behind the 7,771 that the table's 16-bit length admits to.
    let cyrillic = TextLine("ГА", style).width
    #expect(cyrillic < TextLine("Г", style).width + TextLine("А", style).width - 0.5)
  }

  @Test("a line is as wide as its letters' advances and kerns, plus tracking between them")
  func advancesAddUp() throws {
    let text = "Yellow Sea, 31°40′N"
    let letters = try text.unicodeScalars.map { try #require(Typeface.regular.letter($0)) }
    #expect(letters.allSatisfy { $0.unitsPerSize == 2048 })
    var expected = letters.reduce(0) { $0 + $1.glyph.advance * 20 / 2048 }
    for (left, right) in zip(letters, letters.dropFirst()) {
      expected += Typeface.regular.kern(left, right) * 20 / 2048
    }
    #expect(abs(TextLine(text, style).width - expected) < 1e-9)
    let tracked = TextLine(text, TextStyle(.regular, size: 20, tracking: 0.1)).width
    #expect(abs(tracked - expected - 2 * Double(text.count - 1)) < 1e-9)
  }

  @Test("digits are tabular in all faces", arguments: [0, 1, 2])
  func tabularFigures(face: Int) {
    let style = TextStyle([Typeface.regular, .semibold, .italic][face], size: 100)
    let widths = Set("0123456789".map { TextLine(String($0), style).width })
    #expect(widths.count == 1)
  }

  @Test("a letter that the font lacks is a visible box and is told")
  func missingLetters() throws {
    let line = TextLine("한A한", style)
    #expect(line.missing == ["한"])
    let lone = TextLine("한", style).path(at: Point(x: 0, y: 0))
    let bounds = try #require(lone.bounds)
    #expect(bounds.max.x - bounds.min.x > 5 && bounds.max.y - bounds.min.y > 10)
  }

  @Test("powers of ten and numbers in groups have all their letters")
  func numbers() {
    #expect(TextLine("5×10⁻⁷ 10⁸ 12\u{2009}000 1\u{202F}000 km² − – …", style).missing.isEmpty)
  }

  @Test("composed and decomposed accents are the same letter")
  func composition() {
    let composed = TextLine("Åland", style)
    let decomposed = TextLine("A\u{30A}land", style)
    #expect(composed.width == decomposed.width)
    #expect(composed.path(at: Point(x: 3, y: 4)) == decomposed.path(at: Point(x: 3, y: 4)))
  }

  @Test("outlines are finite, stand on the baseline and within the line's width")
  func outlines() throws {
    for text in ["Hamburg", "Ångström ²″ – “”", "Пролив", "Αιγαίο", "!\u{0}\u{7}\t\n\u{200B}", "مضيق"] {
      let line = TextLine(text, style)
      let points = line.path(at: Point(x: 10, y: 50)).points
      #expect(points.allSatisfy { $0.x.isFinite && $0.y.isFinite })
      #expect(points.allSatisfy { $0.x > 5 && $0.x < 10 + line.width + 5 && $0.y > 25 && $0.y < 57 })
      #expect(line.width.isFinite)
    }
    let bounds = try #require(TextLine("H", style).path(at: Point(x: 0, y: 0)).bounds)
    #expect(bounds.max.y == 0)
    #expect(abs(bounds.min.y + style.capHeight) < 1e-9)
  }

  @Test("text that is too long shrinks a little, then ends with an ellipsis, and always fits")
  func fitting() throws {
    let text = "Ship-to-ship transfers in the East China Sea"
    let full = TextLine(text, style).width
    #expect(TextLine.fitted(text, style, width: full + 1)?.style.size == 20)
    let shrunk = try #require(TextLine.fitted(text, style, width: full * 0.9))
    #expect(shrunk.text == text && shrunk.style.size < 20 && shrunk.width <= full * 0.9)
    let cut = try #require(TextLine.fitted(text, style, width: full * 0.4))
    #expect(cut.text.hasSuffix("…") && cut.width <= full * 0.4 && cut.style.size == 16)
    #expect(TextLine.fitted("", style, width: 100) == nil)
    #expect(TextLine.fitted("  \n", style, width: 100) == nil)
    #expect(TextLine.fitted(text, style, width: 3) == nil)
    let endless = String(repeating: "word ", count: 5000)
    #expect(try #require(TextLine.fitted(endless, style, width: 500)).width <= 500)
  }

  @Test("wrapped text keeps every word while there are lines, and no line is too wide")
  func wrapping() {
    let text = "Source: Danish Maritime Authority. Basemap: Natural Earth. Hours are those of observed legs."
    let lines = TextLine.wrapped(text, style, width: 260, lines: 10)
    #expect(lines.map(\.text).joined(separator: " ") == text)
    #expect(lines.count > 2 && lines.allSatisfy { $0.width <= 260 })
    let short = TextLine.wrapped(text, style, width: 260, lines: 2)
    #expect(short.count == 2 && short[1].text.hasSuffix("…") && short.allSatisfy { $0.width <= 260 })
    #expect(TextLine.wrapped("", style, width: 260, lines: 3).isEmpty)
  }
}
