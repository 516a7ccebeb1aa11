import Behaviour
import Cartography
import Geography
import Raster
import TestSupport
import Testing
import Tracks

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
      fitting: Self.box, pictureWidth: 480, pictureHeight: 300, theme: theme, words: words(),
      legends: MapLegends(hasDensity: true))
    #expect(composer.notes.isEmpty)
    let frame = composer.layout.frame
    var scene = MapScene(basemap: Basemap(for: composer.viewport))
    scene.density = try layer(frame.width, frame.height, theme: theme)
    let picture = composer.compose(scene)
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
      var scene = MapScene(basemap: Basemap(for: viewport))
      scene.density = try layer(500, 300, theme: .light)
      let picture = composer.compose(scene)
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
      var scene = MapScene(basemap: nil)
      scene.density = try layer(frame.width, frame.height, theme: .dark)
      let picture = composer.compose(scene)
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

  @Test("lines and marks lie in the frame alone, and there as in a window of their own")
  func layersStayInside() throws {
    var text = "mmsi,time,lat,lon\n"
    for step in 0..<40 {
      let (north, east) = (34 + Double(step % 9) * 0.3, 122 + Double(step) * 0.3)
      text += "219000001,\(1_600_000_000 + step * (step % 5 == 0 ? 4_000 : 3_000)),\(north),\(east)\n"
    }
    let read = try TrackReader([.memory(name: "a", bytes: Array(text.utf8))], options: ReadOptions()).read()
    let coloring = TrackColoring(.speed, tracks: read.tracks, time: read.survey.time)
    // The middle of one mark lies on the frame's corner, that of the other outside of it.
    let events = EventLayer(
      events: [124.5, 124.45].map { east in
        Event(
          kind: .darkRendezvous, id: "e", start: 0, end: 1, place: Coordinate(latitude: 36, longitude: east))
      })
    // A casing lies about lines on composed maps alone.
    var theme = Theme.dark
    theme.tracks.casingWidth = 0
    for scale in [1, 2.0] {
      let composer = MapComposer(
        fitting: Self.box, pictureWidth: 640, pictureHeight: 360, scale: scale, theme: theme, words: words(),
        legends: MapLegends(hasDensity: false, coloring: coloring, events: events, theme: theme))
      let tracks = try TrackLayer(
        read.tracks, grid: composer.viewport.grid, rule: LegRule(maximumSpeedInKnots: 1e6), coloring: coloring,
        scale: scale, threads: 1)
      let frame = composer.layout.frame
      var scene = MapScene(basemap: nil)
      let bare = composer.compose(scene).encodedRGB(rows: 0..<360)
      (scene.tracks, scene.events) = (tracks, events)
      let drawn = composer.compose(scene).encodedRGB(rows: 0..<360)
      let window = BareLayers(theme: theme, hasLand: false, tracks: tracks, events: events, scale: scale)
        .picture(composer.viewport).encodedRGBA(rows: 0..<frame.height)
      var changed = 0
      for y in 0..<360 {
        for x in 0..<640 {
          let isChanged = (0..<3).contains { bare[(y * 640 + x) * 3 + $0] != drawn[(y * 640 + x) * 3 + $0] }
          guard isChanged else { continue }
          changed += 1
          let isInside = x >= frame.x && x < frame.maxX && y >= frame.y && y < frame.maxY
          let hasInk = isInside && window[((y - frame.y) * frame.width + x - frame.x) * 4 + 3] > 0
          #expect(hasInk, "pixel \(x), \(y) at scale \(scale)")
        }
      }
      #expect(changed > 500)
    }
  }

  @Test("furniture for which there is no room is told")
  func notes() {
    let composer = MapComposer(
      fitting: Self.box, pictureWidth: 160, pictureHeight: 120, theme: .dark, words: words(),
      legends: MapLegends(hasDensity: true))
    #expect(composer.notes.count == 1)
    #expect(composer.notes[0].contains("the legend"))
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
