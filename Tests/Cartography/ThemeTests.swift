import Cartography
import JSON
import Raster
import Testing

@Suite("Themes as data") struct ThemeTests {
  /// The embedded data of a theme.
  private func data(_ resource: EmbeddedResource = .themeDark) throws -> JSONValue {
    try JSONValue(parsing: Array(resource.bytes))
  }

  private func sentence(_ style: JSONValue) -> String {
    do throws(CartographyError) {
      _ = try Theme.dark.styled(style)
      return "taken"
    } catch {
      return error.description
    }
  }

  /// The paths of all values that are no objects.
  private func leaves(_ value: JSONValue, _ path: [String] = []) -> [[String]] {
    guard case .object(let members) = value else { return [path] }
    return members.flatMap { leaves($0.value, path + [$0.key]) }
  }

  /// A style of one value.
  private func style(_ path: [String], _ value: JSONValue) -> JSONValue {
    path.reversed().reduce(value) { .object([($1, $0)]) }
  }

  @Test("the three themes have the same keys and can be read")
  func embedded() throws {
    #expect(Theme.all.map(\.name) == ["dark", "light", "print"])
    let keys = try [EmbeddedResource.themeDark, .themeLight, .themePrint].map { leaves(try data($0)) }
    #expect(keys[0].count > 60 && keys[1] == keys[0] && keys[2] == keys[0])
  }

  @Test("values are those that the look asks for")
  func values() {
    #expect(Theme.dark.sea == Color(0x0D1522) && Theme.dark.graticule == Color(0xFFFFFF, alpha: 0.010))
    #expect(Theme.dark.watchlist == Color(0xFF2E88) && Theme.dark.casing == Theme.dark.sea)
    #expect(Theme.light.casing == Color(0xFFFFFF) && Theme.light.halo == Color(0xFFFFFF, alpha: 0.8))
    #expect(Theme.print.borderDashes == [5, 3, 1, 3] && Theme.print.graticule == Color(0x000000, alpha: 0.18))
    #expect(Theme.dark.seaLabel.face == .italic && Theme.dark.seaLabel.tracking > 0)
    let ink = Theme.light.vesselLabel.ink(hairline: 3)
    #expect(ink.haloReach == 6 && ink.halo != nil && ink.layers == 2 && ink.color == Color(0x16212E))
  }

  @Test("every key is read: null in its place is refused and named with its path")
  func everyKey() throws {
    for path in leaves(try data()) {
      let sentence = sentence(style(path, .null))
      #expect(sentence.contains("'\(path.joined(separator: "."))' is null"), "\(sentence)")
    }
  }

  @Test("a style changes what it names and nothing else")
  func overriding() throws {
    let theme = try Theme.light.styled([
      "sea": "#203040", "coast": ["width": 2.5], "tracks": ["gap": "#FF000080", "width": 3],
    ])
    #expect(theme.sea == Color(0x203040) && theme.coastWidth == 2.5 && theme.coast == Theme.light.coast)
    #expect(theme.tracks.gap == Color(0xFF0000, alpha: 128.0 / 255) && theme.tracks.width == 3)
    #expect(theme.lake == Theme.light.lake && theme.tracks.vessel == Theme.light.tracks.vessel)
    #expect(try theme.styled(["sea": "#000000"]).coastWidth == 2.5)
    #expect(try Theme.dark.styled([:]).text == Theme.dark.text)
  }

  @Test("an unknown key is named with its path and a near one")
  func unknownKeys() {
    #expect(
      sentence(["coast": ["colour": "#FFFFFF"]])
        == "'coast.colour' is no key of a style; did you mean 'coast.color'?")
    #expect(sentence(["quiettext": "#FFFFFF"]).hasSuffix("did you mean 'quiet_text'?"))
    let far = sentence(["labels": ["qqqqqqqqqqqqqqqq": 1]])
    #expect(far.hasSuffix("'labels' holds sea, country, town, vessel"))
    let long = sentence(.object([(String(repeating: "\n", count: 5000), 1)]))
    #expect(!long.contains("\n") && long.count < 500)
  }

  @Test("a value that its key does not take is named, with what to write")
  func wrongValues() {
    let wrong: [(JSONValue, String)] = [
      (["sea": "blue"], "'sea' is \"blue\"; write a colour"), (["sea": 7], "'sea' is 7"),
      (["sea": "#12345"], "'sea'"), (["sea": "#1234567"], "'sea'"), (["sea": "#+12345"], "'sea'"),
      (["sea": "#123456 101%"], "'sea'"), (["sea": "#123456 nan%"], "'sea'"), (["sea": "#12345678 5%"], "'sea'"),
      (["sea": "#123456 -0%"], "'sea'"), (["sea": "#123456 "], "'sea'"), (["sea": ["a": 1]], "'sea'"),
      (["coast": "#FFFFFF"], "'coast' holds color, width; write an object"),
      (["coast": ["width": "1"]], "'coast.width' is \"1\"; write a number from 0 to 100"),
      (["coast": ["width": 100.5]], "'coast.width'"), (["coast": ["width": -0.1]], "'coast.width'"),
      (["coast": ["width": true]], "'coast.width' is true"),
      (["letter_layers": 1.5], "'letter_layers' is 1.5; write a whole number from 1 to 4"),
      (["border": ["dashes": [1, 0]]], "'border.dashes' is [1,0]"), (["border": ["dashes": 3]], "'border.dashes'"),
      (["density": ["palette": "rainbow"]], "one of \"viridis\""),
      (["density": ["peak": "high"]], "one of \"lightest\", \"darkest\""),
      (["labels": ["sea": ["face": "bold"]]], "one of \"regular\", \"semibold\", \"italic\""),
      (["tracks": ["speed": ["#000000"]]], "'tracks.speed' is [\"#000000\"]; write a list of 6 colours"),
      (["tracks": ["time": ["#000000", 5]]], "write a list of 2 to 32 colours"),
      (["fonts": ["regular": "a.ttf"]], "a list of up to 16 font files"), (["fonts": ["regular": [""]]], "'fonts."),
      ([1], "is no style; write a JSON object"), ("x", "is no style"), (nil, "is no style"),
    ]
    for (style, words) in wrong {
      let sentence = sentence(style)
      #expect(sentence.contains(words), "\(sentence)")
    }
  }

  @Test("opacity is written in 255ths or in percent")
  func opacity() throws {
    func sea(_ text: String) throws -> Color { try Theme.dark.styled(["sea": .string(text)]).sea }
    #expect(try sea("#abcdef") == Color(0xABCDEF))
    #expect(try sea("#ABCDEF00") == Color(0xABCDEF, alpha: 0))
    #expect(try sea("#ABCDEF 2.5%") == Color(0xABCDEF, alpha: 0.025))
    #expect(try sea("#ABCDEF 100%") == Color(0xABCDEF))
  }
}
