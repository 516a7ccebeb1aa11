import Raster

/// A colour bar with round ticks and its unit written out.
package struct Legend: Sendable {
  /// A value on the bar.
  package struct Tick: Sendable, Equatable {
    /// Where it stands, 0 the bar's left end, 1 its right end.
    package var fraction: Double
    /// The value as it is written.
    package var text: String

    /// A tick at a fraction, 0...1, of the bar.
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
  /// What stands at the right end where larger values take its colour: "more than 500".
  package var textAbove: String?
  /// What stands at the left end where smaller values take its colour: "less than 0.1".
  package var textBelow: String?
  /// Whether each colour fills an equal part of the bar, rather than that the colours pass into one another.
  package var isStepped = false
  /// A dashed line and what it says, at the right of the unit; nil for none.
  package var dashed: TrackLegend.Entry?

  /// A legend from its parts.
  package init(
    unit: String, colors: [Color], ticks: [Tick], textAbove: String? = nil, textBelow: String? = nil
  ) {
    self.unit = unit
    self.colors = colors
    self.ticks = ticks
    self.textAbove = textAbove
    self.textBelow = textBelow
  }

  /// The legend of a scale whose colours are the palette of a layer, entry 0 left out.
  ///
  /// `opensAbove` and `opensBelow` say that values may lie beyond the scale's ends.
  package init(
    unit: String, scale: ColorScale, palette: [Color], opensAbove: Bool = false, opensBelow: Bool = false
  ) {
    let ticks = ScaleTicks(scale, leastDistance: 0.12)
    let (least, most) = (
      RoundNumber.threeDigits(scale.minimum, .up), RoundNumber.threeDigits(scale.maximum, .down)
    )
    self.init(
      unit: unit, colors: Array(palette.dropFirst()),
      ticks: ticks.ticks.map { Tick(fraction: $0.fraction, text: $0.label) },
      textAbove: opensAbove ? "more than " + ScaleTicks.label(most) : nil,
      textBelow: opensBelow && scale.minimum > 0 ? "less than " + ScaleTicks.label(least) : nil)
  }

  /// The ticks that have room on a bar, with the left edge and the line of each label; pixels from the bar's left end.
  ///
  /// Open ends come first, then from left to right whatever does not touch a neighbour.
  package func placedTicks(width: Double, style: TextStyle) -> [(tick: Tick, x: Double, line: TextLine)] {
    var placed: [(tick: Tick, x: Double, line: TextLine)] = []
    let gap = style.size * 0.8
    let ends = [textAbove.map { Tick(fraction: 1, text: $0) }, textBelow.map { Tick(fraction: 0, text: $0) }]
    for tick in ends.compactMap(\.self) + ticks where (0...1).contains(tick.fraction) {
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
    let style = TextStyle(measures.fonts.regular, size: measures.smallSize)
    let hairline = Int(measures.hairline)
    let room = dashed.map { drawDashed($0, on: &pixmap, in: box, measures: measures, theme: theme) } ?? box.width
    let unitLine = TextLine.fitted(
      unit, TextStyle(measures.fonts.semibold, size: measures.smallSize), width: Double(room))
    unitLine?.draw(
      on: &pixmap, x: Double(box.x), baseline: Double(box.y + rows.upperBaseline), ink: theme.textInk)
    let bar = PixelRect(x: box.x, y: box.y + rows.barTop, width: box.width, height: rows.barHeight)
    pixmap.fillRect(bar, color: theme.sea)
    if isStepped { pixmap.fillSteps(bar, colors: colors) } else { pixmap.fillBar(bar, colors: colors) }
    for placed in placedTicks(width: Double(bar.width), style: style) {
      let x = bar.x + Int((placed.tick.fraction * Double(bar.width)).rounded()) - hairline / 2
      let tick = PixelRect(
        x: min(max(x, bar.x), bar.maxX - hairline), y: bar.maxY, width: hairline, height: Int(measures.tick))
      pixmap.fillRect(tick, color: theme.quietText)
      placed.line.draw(
        on: &pixmap, x: Double(box.x) + placed.x, baseline: Double(box.y + rows.lowerBaseline),
        ink: theme.quietInk)
    }
  }

  /// Draws the dashed line and its label in the upper row; the result is how many columns are left of them.
  private func drawDashed(
    _ entry: TrackLegend.Entry, on pixmap: inout Pixmap, in box: PixelRect, measures: LayoutMeasures, theme: Theme
  ) -> Int {
    let style = TextStyle(measures.fonts.regular, size: measures.smallSize)
    let baseline = Double(box.y + LegendMeasures(measures).upperBaseline)
    guard let label = TextLine.fitted(entry.label, style, width: 0.45 * Double(box.width)) else { return box.width }
    label.draw(on: &pixmap, x: Double(box.maxX), baseline: baseline, anchor: .end, ink: theme.quietInk)
    let dash = (style.size / 3).rounded()
    let right = (Double(box.maxX) - label.width - 0.5 * style.size).rounded(.down)
    var line = Path()
    // A middle on half a pixel keeps a line of odd width crisp.
    let middle = (baseline - style.xHeight / 2).rounded(.down) + 0.5
    line.move(to: Point(x: right - 5 * dash, y: middle))
    line.line(to: Point(x: right, y: middle))
    let width = max((measures.hairline * 1.5).rounded(), 1)
    pixmap.stroke(line, style: StrokeStyle(width: width, dashes: [dash]), color: entry.color)
    return Int(right - 5 * dash - style.size) - box.x
  }
}
