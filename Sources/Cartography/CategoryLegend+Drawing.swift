import Raster

extension CategoryLegend {
  /// Columns and rows of the list in whole pixels, and where its parts stand in them.
  struct Measures {
    /// Columns that the swatches take, each in the middle of them.
    let swatchWidth: Int
    /// First column of the labels.
    let labelX: Int
    /// Baseline of the title.
    let titleBaseline: Int
    /// The middle of each entry's row.
    let middles: [Double]
    /// Columns, labels no wider than they may be.
    let width: Int
    /// Rows, down to the last row's end.
    let height: Int
  }

  /// The list set in letters of a picture's small size, no wider than `width` pixels; marks are `scale` times as large as
  /// they stand on the map.
  func measured(_ measures: LayoutMeasures, scale: Double, width: Int) -> Measures {
    let style = TextStyle(.regular, size: measures.smallSize)
    let heading = TextStyle(.semibold, size: measures.smallSize)
    let swatches = entries.map { Self.reach($0.swatch, measures, scale: scale) }
    let swatchWidth = Int((2 * (swatches.map(\.x).max() ?? 0)).rounded(.up))
    let labelX = swatchWidth + Int((1.25 * measures.unit).rounded())
    let labels = entries.map { TextLine($0.label, style).width }.max() ?? 0
    var top = 0.0
    var titleBaseline = 0
    if !title.isEmpty {
      titleBaseline = LayoutBlocks.capHeight(measures.smallSize)
      top = Double(titleBaseline) + (1.25 * measures.unit).rounded()
    }
    var middles: [Double] = []
    for swatch in swatches {
      let height = max((2.5 * measures.unit).rounded(), (2 * swatch.y + 0.5 * measures.unit).rounded(.up))
      middles.append((top + height / 2).rounded())
      top += height
    }
    let wanted = max(Double(labelX) + labels, TextLine(title, heading).width).rounded(.up)
    return Measures(
      swatchWidth: swatchWidth, labelX: labelX, titleBaseline: titleBaseline, middles: middles,
      width: min(Int(wanted), width), height: Int(top))
  }

  /// Draws the list with its upper left corner at a pixel.
  func draw(
    on pixmap: inout Pixmap, x: Int, y: Int, set: Measures, measures: LayoutMeasures, scale: Double, theme: Theme
  ) {
    let style = TextStyle(.regular, size: measures.smallSize)
    TextLine.fitted(title, TextStyle(.semibold, size: measures.smallSize), width: Double(set.width))?.draw(
      on: &pixmap, x: Double(x), baseline: Double(y + set.titleBaseline), ink: theme.textInk)
    for (entry, middle) in zip(entries, set.middles) {
      let row = Double(y) + middle
      draw(
        entry.swatch, on: &pixmap, at: Point(x: Double(x) + Double(set.swatchWidth) / 2, y: row), measures: measures,
        scale: scale)
      let room = Double(set.width - set.labelX)
      TextLine.fitted(entry.label, style, width: room, least: 1)?.draw(
        on: &pixmap, x: Double(x + set.labelX), baseline: (row + style.xHeight / 2).rounded(), ink: theme.quietInk)
    }
  }

  private func draw(
    _ swatch: Swatch, on pixmap: inout Pixmap, at place: Point, measures: LayoutMeasures, scale: Double
  ) {
    switch swatch {
    case .mark(let mark): mark.scaled(by: scale).draw(on: &pixmap, at: place)
    case .line(let color, let dashes):
      let half = Self.lineReach(measures)
      var path = Path()
      path.move(to: Point(x: place.x - half, y: place.y))
      path.line(to: Point(x: place.x + half, y: place.y))
      let style = StrokeStyle(width: 2 * scale, cap: dashes.isEmpty ? .round : .butt, dashes: dashes.map { $0 * scale })
      pixmap.stroke(path, style: style, color: color)
    }
  }

  /// How far a swatch reaches from its middle to the right and down.
  private static func reach(_ swatch: Swatch, _ measures: LayoutMeasures, scale: Double) -> (x: Double, y: Double) {
    switch swatch {
    case .line: (lineReach(measures), 0)
    case .mark(let mark): (mark.scaled(by: scale).extent.x, mark.scaled(by: scale).extent.y)
    }
  }

  private static func lineReach(_ measures: LayoutMeasures) -> Double { (1.5 * measures.unit).rounded() }
}
