import Raster

/// A colour bar with round ticks and its unit written out.
package struct Legend: Sendable {
  /// A value on the bar.
  package struct Tick: Sendable, Equatable {
    /// Where it stands, 0 the bar's left end, 1 its right end.
    package var fraction: Double
    /// The value as it is written.
    package var text: String

    package init(fraction: Double, text: String) {
      self.fraction = fraction
      self.text = text
    }
  }

  /// What the colours count: "vessel-hours per km²".
  package var unit: String
  /// Colours from the smallest value to the largest; transparent parts show the sea.
  package var colors: [Color]
  /// From left to right.
  package var ticks: [Tick]
  /// Whether values beyond the right end take its colour; the last tick then reads "more than".
  package var isOpenAbove: Bool

  package init(unit: String, colors: [Color], ticks: [Tick], isOpenAbove: Bool = false) {
    self.unit = unit
    self.colors = colors
    self.ticks = ticks
    self.isOpenAbove = isOpenAbove
  }

  /// The ticks that have room on a bar, with the left edge and the line of each label; pixels from the bar's left end.
  ///
  /// Both ends come first, then from left to right whatever does not touch a neighbour.
  package func placedTicks(width: Double, style: TextStyle) -> [(tick: Tick, x: Double, line: TextLine)] {
    var placed: [(tick: Tick, x: Double, line: TextLine)] = []
    let gap = style.size * 0.8
    var order = Array(ticks.indices)
    if order.count > 2 { order.insert(order.removeLast(), at: 0) }
    for index in order {
      var tick = ticks[index]
      guard tick.fraction >= -1e-9, tick.fraction <= 1 + 1e-9 else { continue }
      if isOpenAbove, index == ticks.count - 1, tick.fraction > 0.999 { tick.text = "more than " + tick.text }
      let line = TextLine(tick.text, style)
      let x = max(0, min(tick.fraction * width - line.width / 2, width - line.width))
      let touches = placed.contains { x < $0.x + $0.line.width + gap && $0.x < x + line.width + gap }
      if !touches { placed.append((tick, x, line)) }
    }
    return placed.sorted { $0.x < $1.x }
  }

  /// Draws the legend into its box of a layout.
  package func draw(on pixmap: inout Pixmap, in box: PixelRect, measures: LayoutMeasures, theme: Theme) {
    let rows = LegendMeasures(measures)
    let style = TextStyle(.regular, size: measures.smallSize)
    let hairline = Int(measures.hairline)
    let unitLine = TextLine.fitted(
      unit, TextStyle(.semibold, size: measures.smallSize), width: Double(box.width))
    unitLine?.draw(
      on: &pixmap, x: Double(box.x), baseline: Double(box.y + rows.upperBaseline), color: theme.text)
    let bar = PixelRect(x: box.x, y: box.y + rows.barTop, width: box.width, height: rows.barHeight)
    pixmap.fillRect(bar, color: theme.sea)
    for column in 0..<bar.width where !colors.isEmpty {
      let color = colors[min(column * colors.count / bar.width, colors.count - 1)]
      pixmap.fillRect(
        PixelRect(x: bar.x + column, y: bar.y, width: 1, height: bar.height), color: color)
    }
    for placed in placedTicks(width: Double(bar.width), style: style) {
      let x = bar.x + Int((placed.tick.fraction * Double(bar.width)).rounded()) - hairline / 2
      let tick = PixelRect(
        x: min(max(x, bar.x), bar.maxX - hairline), y: bar.maxY, width: hairline, height: Int(measures.tick))
      pixmap.fillRect(tick, color: theme.quietText)
      placed.line.draw(
        on: &pixmap, x: Double(box.x) + placed.x, baseline: Double(box.y + rows.lowerBaseline),
        color: theme.quietText)
    }
  }
}
