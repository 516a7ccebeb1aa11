import Cartography
import Geography
import Raster
import TestSupport
import Testing

@Suite("Composed map")
struct MapComposerTests {
  private static let box = BoundingBox(west: 124.5, south: 33.5, east: 130.5, north: 36)

  private func words() -> MapWords {
    var words = MapWords()
    words.title = "Ships off Busan"
    words.subtitle = "Hours of all vessels"
    words.timeRange = "14 Sep 2018 09:40 – 21:10 UTC"
    words.sources = ["AIS: made up for a test."]
    words.caveat = "Where no report came, a ship was not observed."
    return words
  }

  /// Two crossing lanes whose density grows towards the east.
  private func layer(_ width: Int, _ height: Int, theme: Theme) throws -> DensityLayer {
    var indices = [UInt8](repeating: 0, count: width * height)
    for x in 0..<width {
      for y in [height / 3 + x * height / 4 / width, height * 3 / 4 - x * height / 3 / width] {
        indices[y * width + x] = UInt8(1 + x * 254 / max(width - 1, 1))
      }
    }
    var histogram = ValueHistogram()
    for value in 1...1000 { histogram.add(Double(value) / 10) }
    let table = try #require(EmbeddedResource.colorTables().first { $0.name == theme.densityPalette })
    let palette = theme.densityFade.colors(from: table.colors)
    return DensityLayer(
      indices: indices, palette: palette,
      legend: Legend(
        unit: "vessel-hours per km²", scale: ColorScale(histogram: histogram, kind: .log), palette: palette))
  }

  @Test("the whole picture is the golden one", arguments: ["dark", "light", "print"])
  func golden(name: String) throws {
    let theme = try #require(Theme.all.first { $0.name == name })
    let composer = MapComposer(
      fitting: Self.box, pictureWidth: 480, pictureHeight: 300, theme: theme, words: words(), legends: MapLegends(hasDensity: true))
    #expect(composer.notes.isEmpty)
    let frame = composer.layout.frame
    let picture = composer.compose(
      basemap: Basemap(for: composer.viewport), density: try layer(frame.width, frame.height, theme: theme))
    let difference = GoldenPicture("composed-map-\(name)").difference(
      from: picture.encodedRGBA(rows: 0..<300), width: 480, height: 300)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("furniture covers no data: inside the frame the picture is the same with any words")
  func wordsStayOutside() throws {
    let viewport = Viewport(fitting: Self.box, width: 500, height: 300)
    var long = words()
    long.title = String(repeating: "Åland ", count: 100)
    long.subtitle = long.title
    long.timeRange = long.title
    long.sources = [String](repeating: long.title, count: 9)
    long.caveat = long.title
    long.banner = "UNCLASSIFIED // FOR OFFICIAL USE ONLY"
    var insides: [[UInt8]] = []
    for words in [MapWords(), words(), long] {
      let composer = MapComposer(around: viewport, theme: .light, words: words, legends: MapLegends(hasDensity: true))
      let picture = composer.compose(
        basemap: Basemap(for: viewport), density: try layer(500, 300, theme: .light))
      let frame = composer.layout.frame
      #expect(frame.width == 500 && frame.height == 300)
      let bytes = picture.encodedRGB(rows: frame.y..<frame.maxY)
      insides.append(
        (0..<frame.height).flatMap { row in
          let start = (row * picture.width + frame.x) * 3
          return bytes[start..<start + frame.width * 3]
        })
    }
    #expect(insides[0] == insides[1] && insides[0] == insides[2])
    #expect(Set(insides[0]).count > 20)
  }

  @Test("letters stay on the picture: an edge of paper remains on all sides, however long the words")
  func edgesStayPaper() throws {
    for (width, height) in [(640, 360), (360, 640), (200, 150), (1000, 1000), (300, 900)] {
      var long = words()
      long.title = String(repeating: "Jå ", count: 300)
      long.subtitle = long.title
      long.timeRange = long.title
      long.sources = [long.title]
      long.caveat = long.title
      let composer = MapComposer(
        fitting: Self.box, pictureWidth: width, pictureHeight: height, theme: .dark, words: long,
        legends: MapLegends(hasDensity: true))
      let frame = composer.layout.frame
      let picture = composer.compose(
        basemap: nil, density: try layer(frame.width, frame.height, theme: .dark))
      let bytes = picture.encodedRGB(rows: 0..<height)
      let page = [Theme.dark.page.red, Theme.dark.page.green, Theme.dark.page.blue]
      let edge = (0..<height).allSatisfy { y in
        (0..<width).allSatisfy { x in
          guard x < 1 || y < 2 || x >= width - 2 || y >= height - 2 else { return true }
          return Array(bytes[(y * width + x) * 3..<(y * width + x) * 3 + 3]) == page
        }
      }
      #expect(edge, "\(width)x\(height)")
    }
  }

  @Test("what a user should know is told: furniture without room, letters that the typeface lacks")
  func notes() {
    var words = words()
    words.title = "제주"
    let composer = MapComposer(
      fitting: Self.box, pictureWidth: 160, pictureHeight: 120, theme: .dark, words: words, legends: MapLegends(hasDensity: true))
    #expect(composer.notes.count == 2)
    #expect(composer.notes[0].contains("the legend"))
    #expect(composer.notes[1].contains("제 주"))
  }

  @Test("the picture of palettes has a row for each")
  func palettes() {
    let tables = EmbeddedResource.colorTables()
    let picture = PalettesPicture.draw(tables)
    let fewer = PalettesPicture.draw(Array(tables.dropLast()))
    #expect(picture.width == 1200 && picture.height - fewer.height == 56)
    #expect(PalettesPicture.draw(tables, scale: 2).width == 2400)
  }
}
