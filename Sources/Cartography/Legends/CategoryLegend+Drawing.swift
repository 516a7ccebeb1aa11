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

  /// Columns that the swatches need; marks are `scale` times as large as they stand on the map.
  func swatchWidth(_ measures: LayoutMeasures, scale: Double) -> Int {
    let reach = entries.map { entry in
      if case .mark(let mark) = entry.swatch { mark.scaled(by: scale).extent.x } else { 1.5 * measures.unit }
    }
    return Int((2 * (reach.max() ?? 0)).rounded(.up))
  }

  /// The list set in letters of a picture's small size with `swatchWidth` columns for its swatches, no wider than `width`
  /// pixels.
  func measured(_ measures: LayoutMeasures, scale: Double, swatchWidth: Int, width: Int) -> Measures {
    let style = TextStyle(measures.fonts.regular, size: measures.smallSize)
    let heading = TextStyle(measures.fonts.semibold, size: measures.smallSize)
    let labelX = swatchWidth + Int((1.25 * measures.unit).rounded())
    let labels = entries.map { TextLine($0.label, style).width }.max() ?? 0
    var top = 0.0
    var titleBaseline = 0
    if !title.isEmpty {
      titleBaseline = LayoutBlocks.capHeight(measures.smallSize)
      top = Double(titleBaseline) + (1.25 * measures.unit).rounded()
    }
    var middles: [Double] = []
    for entry in entries {
      var height = (2.5 * measures.unit).rounded()
      if case .mark(let mark) = entry.swatch {
        height = max(height, (2 * mark.scaled(by: scale).extent.y + 0.5 * measures.unit).rounded(.up))
      }
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
    let style = TextStyle(measures.fonts.regular, size: measures.smallSize)
    TextLine.fitted(title, TextStyle(measures.fonts.semibold, size: measures.smallSize), width: Double(set.width))?
      .draw(
        on: &pixmap, x: Double(x), baseline: Double(y + set.titleBaseline), ink: theme.textInk)
    for (entry, middle) in zip(entries, set.middles) {
      let row = Double(y) + middle
      CategoryLegend.draw(
        entry.swatch.scaled(by: scale), on: &pixmap, x: Double(x), y: row, width: Double(set.swatchWidth),
        lineWidth: 2 * scale)
      let room = Double(set.width - set.labelX)
      TextLine.fitted(entry.label, style, width: room, least: 1)?.draw(
        on: &pixmap, x: Double(x + set.labelX), baseline: (row + style.xHeight / 2).rounded(), ink: theme.quietInk)
    }
  }

  /// Draws a swatch into columns of a width, a mark in their middle.
  static func draw(
    _ swatch: Swatch, on pixmap: inout Pixmap, x: Double, y: Double, width: Double, lineWidth: Double
  ) {
    switch swatch {
    case .mark(let mark): mark.draw(on: &pixmap, at: Point(x: x + width / 2, y: y))
    case .line(let color, let dashes):
      var path = Path()
      path.move(to: Point(x: x, y: y))
      path.line(to: Point(x: x + width, y: y))
      pixmap.stroke(path, style: StrokeStyle(width: lineWidth, dashes: dashes), color: color)
    }
  }
}
