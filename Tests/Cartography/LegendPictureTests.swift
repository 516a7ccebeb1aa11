import Behaviour
import Cartography
import Geography
import Raster
import TestSupport
import Testing

@Suite("Legend as a picture")
struct LegendPictureTests {
  private func density(_ theme: Theme) throws -> Legend {
    var histogram = ValueHistogram()
    for value in 1...1000 { histogram.add(Double(value) / 10) }
    let table = try #require(EmbeddedResource.colorTables().first { $0.name == theme.densityPalette })
    return Legend(
      unit: "vessel-hours per km²", scale: ColorScale(histogram: histogram, kind: .log),
      palette: theme.densityFade.colors(from: table.colors), opensAbove: true)
  }

  private var layer: EventLayer {
    let place = Coordinate(latitude: 0, longitude: 0)
    return EventLayer(
      events: EventKind.allCases.map { Event(kind: $0, id: "", start: 0, end: 0, place: place) },
      hotspots: [Hotspot(place: place, count: 1234)])
  }

  private let speeds = CategoryLegend(
    title: "speed between positions, kn",
    lines: [(Color(0x4F7FC4), "under 5"), (Color(0x6FC0A8), "5–15"), (Color(0xF2C14E), "over 15")])

  @Test("the whole picture is the golden one", arguments: ["dark", "print"])
  func golden(name: String) throws {
    let theme = try #require(Theme.all.first { $0.name == name })
    let picture = LegendPicture(
      title: "Yellow Sea", parts: [.density(try density(theme)), .categories(layer.legend(theme: theme))],
      theme: theme
    ).draw()
    let difference = GoldenPicture("legend-\(name)").difference(
      from: picture.encodedRGBA(rows: 0..<picture.height), width: picture.width, height: picture.height)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("all content stands inside a margin of 24 points, however long its words", arguments: [1, 2])
  func margins(scale: Int) throws {
    let long = String(repeating: "Ångström ", count: 40)
    let wordy = CategoryLegend(title: long, lines: [(Color(0xFF0000), long)])
    for theme in Theme.all {
      let bar = LegendPicture.Part.density(try density(theme))
      let marks = LegendPicture.Part.categories(layer.legend(theme: theme))
      for parts in [
        [], [bar], [marks], [.categories(speeds)], [.categories(wordy)], [bar, .categories(speeds), marks],
      ] {
        for title in ["", "Yellow Sea", long] {
          let picture = LegendPicture(title: title, parts: parts, theme: theme, scale: scale).draw()
          let bytes = picture.encodedRGB(rows: 0..<picture.height)
          let ground = [theme.sea.red, theme.sea.green, theme.sea.blue]
          // Letters and tails may reach a little beyond their pens' ends.
          let edge = 20 * scale
          let isClear = (0..<picture.height).allSatisfy { y in
            let isRowInside = y >= edge && y < picture.height - edge
            let columns =
              isRowInside ? Array(0..<edge) + Array(picture.width - edge..<picture.width) : Array(0..<picture.width)
            return columns.allSatisfy { x in
              let place = (y * picture.width + x) * 3
              return bytes[place] == ground[0] && bytes[place + 1] == ground[1] && bytes[place + 2] == ground[2]
            }
          }
          #expect(isClear && picture.width <= 528 * scale, "\(theme.name) \(parts.count) \(title.prefix(10))")
        }
      }
    }
  }

  @Test("twice the scale is twice the size, and each entry adds its row")
  func size() throws {
    let parts = [LegendPicture.Part.density(try density(.dark)), .categories(speeds)]
    let one = LegendPicture(title: "Yellow Sea", parts: parts, theme: .dark).draw()
    let two = LegendPicture(title: "Yellow Sea", parts: parts, theme: .dark, scale: 2).draw()
    #expect(abs(two.width - 2 * one.width) <= 4 && abs(two.height - 2 * one.height) <= 6)
    var more = speeds
    more.entries.append(.init(.line(Color(0xFF0000), dashes: [4, 3]), "unknown"))
    let taller = LegendPicture(title: "Yellow Sea", parts: [parts[0], .categories(more)], theme: .dark).draw()
    #expect(taller.width == one.width && taller.height - one.height == 20)
  }
}
