import Raster

/// What the colours and marks of a set of tiles mean, as a small picture of its own.
///
/// It has the sea for ground, so that everything in it looks as on the map, and is as large as its content.
package struct LegendPicture: Sendable {
  /// A block of the legend.
  package enum Part: Sendable {
    /// A colour bar.
    case density(Legend)
    /// A list of lines and marks.
    case categories(CategoryLegend)
  }

  /// What the map shows, in a few words; empty for none.
  package var title: String
  /// From top to bottom.
  package var parts: [Part]
  /// Colours of the ground and the letters.
  package var theme: Theme
  /// Pixels to a point, at least 1.
  package var scale: Int

  /// A picture from its parts.
  package init(title: String = "", parts: [Part], theme: Theme, scale: Int = 1) {
    self.title = title
    self.parts = parts
    self.theme = theme
    self.scale = max(scale, 1)
  }

  /// The finished picture, opaque.
  package func draw() -> Pixmap {
    // The sizes of a composed picture of 1920 x 1080.
    let measures = LayoutMeasures(
      pictureWidth: Double(1920 * scale), pictureHeight: Double(1080 * scale), scale: Double(scale), hasBanner: false,
      fonts: theme.fonts)
    let unit = Int(measures.unit)
    let margin = 3 * unit
    let rows = LegendMeasures(measures)
    // One column of swatches for all lists, so that all labels stand on one line.
    let swatchWidth = parts.map { part in
      if case .categories(let legend) = part { legend.swatchWidth(measures, scale: Double(scale)) } else { 0 }
    }.max()
    let lists = parts.map { part -> CategoryLegend.Measures? in
      guard case .categories(let legend) = part else { return nil }
      return legend.measured(
        measures, scale: Double(scale), swatchWidth: swatchWidth ?? 0, width: 60 * unit)
    }
    let barWidth = lists.contains { $0 == nil } ? 40 * unit : 0
    let heading = TextStyle(measures.fonts.semibold, size: measures.subtitleSize)
    let content = max(lists.compactMap { $0?.width }.max() ?? 0, barWidth, 16 * unit)
    let widest = max(content, min(Int(TextLine(title, heading).width.rounded(.up)), 40 * unit))
    let headings = TextLine.wrapped(title, heading, width: Double(widest), lines: 3)
    let pitch = 3 * unit
    let gap = 3 * unit
    var top = margin
    var baselines: [Int] = []
    for line in headings.indices {
      baselines.append(top + LayoutBlocks.capHeight(measures.subtitleSize) + line * pitch)
    }
    if let last = baselines.last { top = last + gap }
    var tops: [Int] = []
    for list in lists {
      tops.append(top)
      top += (list?.height ?? rows.height + LayoutBlocks.tail(measures.smallSize)) + gap
    }
    let bottom = tops.isEmpty ? (baselines.last ?? margin) : top - gap
    var pixmap = Pixmap(width: widest + 2 * margin, height: bottom + margin, background: theme.sea)
    for (line, baseline) in zip(headings, baselines) {
      line.draw(on: &pixmap, x: Double(margin), baseline: Double(baseline), ink: theme.textInk)
    }
    for ((part, list), top) in zip(zip(parts, lists), tops) {
      switch part {
      case .density(let legend):
        let box = PixelRect(x: margin, y: top, width: widest, height: rows.height)
        legend.draw(on: &pixmap, in: box, measures: measures, theme: theme)
      case .categories(let legend):
        guard let list else { continue }
        legend.draw(
          on: &pixmap, x: margin, y: top, set: list, measures: measures, scale: Double(scale), theme: theme)
      }
    }
    return pixmap
  }
}
