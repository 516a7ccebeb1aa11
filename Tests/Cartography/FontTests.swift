import Cartography
import Foundation
import Raster
import TestSupport
import Testing

@Suite("Fonts and their order")
struct FontTests {
  /// Squares: A of the small font is 714 units of 1,000 high, as tall as Open Sans's capitals.
  private let small = SmallFont([("A", 714), ("H", 714), ("한", 900), ("国", 800)], unitsPerEm: 1000)

  private func height(_ text: String, _ typeface: Typeface) throws -> Double {
    let bounds = try #require(TextLine(text, TextStyle(typeface, size: 100)).path(at: Point(x: 0, y: 0)).bounds)
    return bounds.max.y - bounds.min.y
  }

  @Test("letters that the first font lacks come from the next one that has them, at the same size")
  func fallback() throws {
    let chain = Typeface.regular.followed(by: [try Typeface(small.bytes)])
    let line = TextLine("A한B", TextStyle(chain, size: 100))
    #expect(line.missing.isEmpty)
    #expect(try abs(height("한", chain) - 90) < 0.1)
    // A and B are Open Sans's own, though the second font has an A too.
    let own = TextLine("A", TextStyle(.regular, size: 100)).width + TextLine("B", TextStyle(.regular, size: 100)).width
    #expect(abs(line.width - own - 100) < 0.1)
    #expect(TextLine("A한B", TextStyle(.regular, size: 100)).missing == ["한"])
    #expect(TextLine("漢한", TextStyle(chain, size: 100)).missing == ["漢"])
  }

  @Test("a named font comes first, and sizes do not depend on a font's units or on how tall its capitals are")
  func namedFirst() throws {
    for (units, cap) in [(1000, 714), (2048, 1462), (1000, 900), (250, 150)] {
      let font = try Typeface(SmallFont([("H", cap), ("x", cap / 2)], unitsPerEm: units).bytes)
      let chain = font.followed(by: [.regular])
      #expect(abs(try height("H", chain) - height("H", .regular)) < 0.1, "\(units)")
      let style = TextStyle(chain, size: 100)
      #expect(abs(style.capHeight - TextStyle(.regular, size: 100).capHeight) < 0.1)
      #expect(try abs(height("B", chain) - height("B", .regular)) < 1e-9)
    }
    // A font whose H is absurd keeps its em.
    let absurd = try Typeface(SmallFont([("H", 20)], unitsPerEm: 1000).bytes)
    #expect(try abs(height("H", absurd) - 2) < 0.01)
  }

  @Test("kerning acts within a font alone")
  func kerning() throws {
    let chain = try Typeface(SmallFont([("A", 714), ("H", 714)]).bytes).followed(by: [.regular])
    let style = TextStyle(chain, size: 100)
    let parts = TextLine("A", style).width + TextLine("V", style).width
    #expect(TextLine("AV", style).width == parts)
  }

  @Test("of a collection the face of a region is taken, else the first")
  func collections() throws {
    let file = SmallFont.collection([
      SmallFont([("国", 800)], family: "Small JP"), SmallFont([("国", 600)], family: "Small SC"),
    ])
    #expect(try abs(height("国", Typeface(file)) - 80) < 0.1)
    #expect(try abs(height("国", Typeface(file, region: "SC")) - 60) < 0.1)
    #expect(try abs(height("国", Typeface(file, region: "KR")) - 80) < 0.1)
  }

  @Test("Hangul and kana in parts are the letters that they make")
  func composed() throws {
    let font = try Typeface(SmallFont([("한", 900), ("が", 700)]).bytes)
    #expect(TextLine("\u{1112}\u{1161}\u{11AB}か\u{3099}", TextStyle(font, size: 10)).missing.isEmpty)
  }

  @Test("marks of direction and controls neither act nor show")
  func invisible() throws {
    let style = TextStyle(.regular, size: 20)
    let plain = TextLine("MV TEST", style)
    for mark in ["\u{202E}", "\u{2066}", "\u{200F}", "\u{61C}", "\u{0}", "\u{1B}", "\u{FEFF}", "\u{E0041}", "\u{206A}"]
    {
      let line = TextLine("MV \(mark)TEST", style)
      #expect(line.missing.isEmpty)
      #expect(line.width == plain.width)
      #expect(line.path(at: Point(x: 0, y: 0)) == plain.path(at: Point(x: 0, y: 0)))
    }
  }

  @Test(
    "scripts whose letters join or run from the right stand as boxes even where a font has their letters, and are named"
  )
  func shapedScripts() throws {
    let font = try Typeface(SmallFont([("م", 500), ("ก", 500), ("A", 714)]).bytes)
    #expect(TextLine("مAก", TextStyle(font, size: 10)).missing == ["م", "ก"])
    let missing = MissingLetters(of: ["مA", "ก한", "م漢"], in: font)
    #expect(missing.unset == ["م", "ก"] && missing.lacking == ["한", "漢"])
    #expect(missing.notes.count == 2)
    #expect(missing.notes[0].contains("한 漢") && missing.notes[0].contains("fonts-noto-cjk"))
    #expect(missing.notes[1].hasPrefix("Arabic and Thai cannot be set"))
    let korean = MissingLetters(of: ["제주 Jeju"], in: .regular).notes
    #expect(
      korean.count == 1 && korean[0].hasPrefix("no font at hand has 제 주: boxes") && korean[0].contains("fonts-nanum"))
    #expect(MissingLetters(of: ["Hörn 12"], in: .regular).notes.isEmpty)
    #expect(MissingLetters(of: ["\u{10FFFD}"], in: .regular).notes[0].contains("install a font that has them"))
  }

  @Test("East Asian text breaks between letters, but not before what closes")
  func lineBreaks() throws {
    let letters = "黄海船舶交通、東海（二千年）。"
    let font = try Typeface(SmallFont(Set(letters.unicodeScalars).map { ($0, 900) }).bytes)
    let style = TextStyle(font.followed(by: [.regular]), size: 10)
    let lines = TextLine.wrapped(letters + " Busan port", style, width: 60, lines: 9)
    #expect(lines.count > 3 && lines.allSatisfy { $0.width <= 60 && !$0.text.hasSuffix("…") })
    #expect(lines.map(\.text).joined().filter { $0 != " " } == letters + "Busanport")
    #expect(lines.allSatisfy { !"、）。".contains($0.text.first ?? "x") && $0.text.last != "（" })
  }

  @Test("what is no font is refused, and fonts cut short or changed at random neither crash nor draw beyond bounds")
  func spoiledFiles() throws {
    for rubbish in [[], [UInt8](repeating: 7, count: 1000), Array("ttcf".utf8)] {
      #expect(throws: CartographyError.self) { _ = try Typeface(rubbish) }
    }
    var random = SeededGenerator(seed: 0x666F_6E74)
    let whole = [
      small.bytes, SmallFont.collection([small, small]), Array(EmbeddedResource.openSansRegular.bytes),
    ]
    var opened = 0
    for file in whole {
      for step in 0..<60 {
        var bytes = file
        if step % 2 == 0 {
          bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
        } else {
          // Most of what matters stands at the beginning.
          for _ in 0..<(1 + step / 6) {
            let place = Int.random(in: 0..<(step % 3 == 0 ? bytes.count : min(bytes.count, 400)), using: &random)
            bytes[place] = UInt8.random(in: 0...255, using: &random)
          }
        }
        guard let typeface = try? Typeface(bytes) else { continue }
        opened += 1
        let line = TextLine("AHxgé한国⁻ 5×10⁻⁷", TextStyle(typeface.followed(by: [.regular]), size: 20))
        let points = line.path(at: Point(x: 0, y: 0)).points
        #expect(line.width.isFinite && points.allSatisfy { abs($0.x) < 1e7 && abs($0.y) < 1e7 })
      }
    }
    #expect(opened > 20)
  }

  @Test("many threads get the same letters")
  func threads() async throws {
    let typeface = try Typeface(Array(EmbeddedResource.openSansItalic.bytes))
    let text = "The quick brown fox: Пролив, Αιγαίο 0123456789"
    let expected = TextLine(text, TextStyle(.italic, size: 20)).path(at: Point(x: 0, y: 0))
    await withTaskGroup(of: Path.self) { group in
      for _ in 0..<8 {
        group.addTask { TextLine(text, TextStyle(typeface, size: 20)).path(at: Point(x: 0, y: 0)) }
      }
      for await path in group { #expect(path.points.count == expected.points.count) }
    }
  }

  /// Fonts of Debian with East Asian letters, and a title of each language that they have.
  static let installed = [
    ("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf", "黄海の船舶交通 黄海船舶交通"),
    ("/usr/share/fonts/truetype/nanum/NanumGothic.ttf", "서해 선박 통행"),
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "서해 선박 통행 黄海の船舶交通 黄海船舶交通"),
  ].filter { FileManager.default.fileExists(atPath: $0.0) }

  @Test("East Asian titles are set in the fonts that are installed here", arguments: installed)
  func eastAsian(path: String, title: String) throws {
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    let chain = Typeface.semibold.followed(by: [try Typeface(bytes)])
    let line = TextLine(title + " 2018", TextStyle(chain, size: 40))
    #expect(line.missing.isEmpty)
    let bounds = try #require(line.path(at: Point(x: 0, y: 0)).bounds)
    #expect(bounds.max.x <= line.width + 1 && bounds.min.y > -40 && bounds.max.y < 12)
  }
}
