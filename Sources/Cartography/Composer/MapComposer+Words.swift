import Raster

extension MapComposer {
  /// Draws title, subtitle, time range, markings and the small print into their boxes.
  func drawWords(on pixmap: inout Pixmap, attribution: String?) {
    drawHeader(on: &pixmap)
    drawSources(on: &pixmap, attribution: attribution)
  }

  /// Draws title, subtitle, time range and markings into their boxes.
  func drawHeader(on pixmap: inout Pixmap) {
    let measures = layout.measures
    let subtitle = TextStyle(measures.fonts.regular, size: measures.subtitleSize)
    func line(
      _ text: String, _ style: TextStyle, _ box: PixelRect?, _ ink: TextInk,
      _ anchor: TextLine.Anchor = .start
    ) {
      guard let box, let line = TextLine.fitted(text, style, width: Double(box.width)) else { return }
      line.draw(
        on: &pixmap, x: Double(anchor == .end ? box.maxX : box.x),
        baseline: Double(box.y + LayoutBlocks.capHeight(style.size)), anchor: anchor, ink: ink)
    }
    line(words.title, TextStyle(measures.fonts.semibold, size: measures.titleSize), layout.box(.title), theme.textInk)
    line(words.subtitle, subtitle, layout.box(.subtitle), theme.quietInk)
    let standsRight = layout.box(.timeRange).map { $0.x > layout.frame.x } ?? false
    line(words.timeRange, subtitle, layout.box(.timeRange), theme.quietInk, standsRight ? .end : .start)
    let marking = TextStyle(measures.fonts.semibold, size: measures.subtitleSize, tracking: 0.08)
    for box in [layout.upperBanner, layout.lowerBanner] {
      guard let box, let line = TextLine.fitted(words.banner, marking, width: Double(box.width))
      else { continue }
      line.draw(
        on: &pixmap, x: Double(layout.pictureWidth) / 2,
        baseline: (Double(box.y) + (Double(box.height) + line.style.capHeight) / 2).rounded(),
        anchor: .middle, ink: theme.textInk)
    }
  }

  private func drawSources(on pixmap: inout Pixmap, attribution: String?) {
    guard let box = layout.box(.sources) else { return }
    let style = TextStyle(layout.measures.fonts.regular, size: layout.measures.smallSize)
    let rows = LegendMeasures(layout.measures)
    let first = box.y + rows.upperBaseline
    // Beside the legend three rows share its baselines; on their own they stand closer.
    let isBeside = Furniture.block.contains { layout.box($0)?.y == box.y }
    let last = isBeside ? box.y + rows.lowerBaseline : box.maxY - LayoutBlocks.tail(style.size)
    let count = isBeside ? 3 : 1 + Int((Double(last - first) / (1.45 * style.size)).rounded())
    let pitch = Double(last - first) / Double(max(count - 1, 1))
    let lines = SourceLines(
      sources: words.sources.joined(separator: " "), attribution: attribution.map { "Basemap: \($0)." } ?? "",
      caveat: words.caveat
    ).set(style, width: Double(box.width), count: count)
    for (row, line) in lines.enumerated() {
      line.draw(
        on: &pixmap, x: Double(box.x),
        baseline: Double(first) + (pitch * Double(row)).rounded(),
        ink: theme.quietInk)
    }
  }
}
