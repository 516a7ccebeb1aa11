import Cartography
import Raster
import TestSupport
import Testing

@Suite("Legend")
struct LegendTests {
  private let style = TextStyle(.regular, size: 12)

  private func randomScale(_ random: inout SeededGenerator) -> ColorScale {
    var histogram = ValueHistogram()
    let spread = Double.random(in: 1...12, using: &random)
    for _ in 0..<Int.random(in: 1...400, using: &random) {
      var value = Double.random(in: 0.5...1, using: &random)
      for _ in 0..<Int.random(in: 0...Int(spread), using: &random) { value *= 3.7 }
      histogram.add(value)
    }
    let kind = ColorScale.Kind.allCases.randomElement(using: &random) ?? .eq
    return ColorScale(histogram: histogram, kind: kind)
  }

  @Test("ticks stand where the scale puts them, inside the bar, and their labels do not touch")
  func ticks() {
    var random = SeededGenerator(seed: 0x4C65_6765)
    for round in 0..<300 {
      let scale = randomScale(&random)
      let opens = round % 3 == 0
      let legend = Legend(
        unit: "vessel-hours per km²", scale: scale, palette: [Color](repeating: Color(0), count: 256),
        opensAbove: opens, opensBelow: opens)
      let round = ScaleTicks(scale, leastDistance: 0.12).ticks
      let placed = legend.placedTicks(width: 320, style: style)
      #expect(!placed.isEmpty)
      for label in placed {
        #expect(label.x >= 0 && label.x + label.line.width <= 320 + 1e-9)
        if let tick = round.first(where: { $0.label == label.tick.text }) {
          #expect(label.tick.fraction == scale.fraction(of: tick.value))
        } else {
          #expect(label.tick.text.hasPrefix(label.tick.fraction == 1 ? "more than " : "less than "))
        }
      }
      for (left, right) in zip(placed, placed.dropFirst()) { #expect(left.x + left.line.width + 6 < right.x) }
      if opens { #expect(placed.last?.tick.text.hasPrefix("more than ") == true) }
    }
  }

  @Test("a theme's density fades in, peaks at the end that stands out, and leaves index 0 empty")
  func fades() throws {
    func light(_ color: Color) -> Int {
      299 * Int(color.red) + 587 * Int(color.green) + 114 * Int(color.blue)
    }
    for table in EmbeddedResource.colorTables() where table.name != "turbo" {
      for theme in Theme.all {
        let colors = theme.densityFade.colors(from: table.colors)
        #expect(colors.count == 256 && colors[0].alpha == 0)
        #expect(zip(colors[1...], colors[2...]).allSatisfy { $0.alpha <= $1.alpha })
        let last = try #require(colors.last)
        #expect(colors[1].alpha > 0.3 && last.alpha == 1)
        let rises = light(last) > light(colors[1])
        #expect(rises == (theme.densityFade.peak == .lightest), "\(table.name) in \(theme.name)")
        #expect(abs(light(last) - light(theme.sea)) > 100_000, "\(table.name) in \(theme.name)")
      }
    }
  }

  @Test("every theme's default palette is carried in the program")
  func palettesExist() {
    let names = Set(EmbeddedResource.colorTables().map(\.name))
    for theme in Theme.all { #expect(names.contains(theme.densityPalette), "\(theme.name)") }
  }
}
