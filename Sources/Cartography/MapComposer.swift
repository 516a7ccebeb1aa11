import Geography
import Raster

/// Puts a picture together: the map in its frame, then the furniture about it.
package struct MapComposer: Sendable {
  /// Where everything stands.
  package let layout: Layout
  /// What the frame shows; as many pixels as the layout's frame.
  package let viewport: Viewport
  package let theme: Theme
  package let words: MapWords

  /// A composer for a viewport that fills the layout's frame.
  package init(layout: Layout, viewport: Viewport, theme: Theme, words: MapWords) {
    self.layout = layout
    self.viewport = viewport
    self.theme = theme
    self.words = words
  }

  /// A composer for a picture of a size in pixels into whose frame a box is fitted whole.
  package init(
    fitting box: BoundingBox, pictureWidth: Int, pictureHeight: Int, scale: Double = 1, theme: Theme,
    words: MapWords, hasLegend: Bool
  ) {
    let layout = Layout(
      pictureWidth: pictureWidth, pictureHeight: pictureHeight, scale: scale,
      furniture: words.furniture(hasLegend: hasLegend))
    self.init(
      layout: layout,
      viewport: Viewport(fitting: box, width: layout.frame.width, height: layout.frame.height),
      theme: theme, words: words)
  }

  /// A composer whose frame is a viewport; the picture grows about it.
  package init(
    around viewport: Viewport, scale: Double = 1, theme: Theme, words: MapWords, hasLegend: Bool
  ) {
    self.init(
      layout: Layout(
        frameWidth: viewport.width, frameHeight: viewport.height, scale: scale,
        furniture: words.furniture(hasLegend: hasLegend)),
      viewport: viewport, theme: theme, words: words)
  }

  /// The finished picture, opaque.
  package func compose(basemap: Basemap?, density: DensityLayer?) -> Pixmap {
    var pixmap = Pixmap(width: layout.pictureWidth, height: layout.pictureHeight, background: theme.page)
    let frame = layout.frame
    let graticule = Graticule(for: viewport)
    pixmap.fillRect(frame, color: theme.sea)
    if let basemap { draw(basemap, on: &pixmap) }
    graticule.drawLines(on: &pixmap, frame: frame, measures: layout.measures, theme: theme)
    if let density {
      density.indices.withUnsafeBufferPointer {
        pixmap.blend(indices: $0, palette: density.palette, in: frame)
      }
    }
    drawFrame(on: &pixmap)
    graticule.drawLabels(on: &pixmap, layout: layout, theme: theme)
    drawWords(on: &pixmap, attribution: basemap?.attribution)
    if let box = layout.box(.legend) {
      density?.legend.draw(on: &pixmap, in: box, measures: layout.measures, theme: theme)
    }
    if let box = layout.box(.scaleBar) {
      ScaleBar(for: viewport, width: Double(box.width)).draw(
        on: &pixmap, in: box, measures: layout.measures, theme: theme)
    }
    if let box = layout.box(.northArrow) {
      NorthArrow().draw(on: &pixmap, in: box, measures: layout.measures, theme: theme)
    }
    return pixmap
  }

  /// What a user should know about the picture, a sentence each.
  package var notes: [String] {
    var notes: [String] = []
    if !layout.dropped.isEmpty {
      let names = layout.dropped.map(\.name).joined(separator: ", ")
      notes.append("the picture is too small for \(names); a larger size shows all")
    }
    let texts = [words.title, words.subtitle, words.timeRange, words.caveat, words.banner] + words.sources
    let style = TextStyle(.regular, size: layout.measures.smallSize)
    let missing = TextLine(texts.joined(separator: " "), style).missing
    if !missing.isEmpty {
      let letters = missing.prefix(10).map { "\($0)" }.joined(separator: " ")
      notes.append("the typeface has no \(letters): boxes stand for them; use Latin, Greek or Cyrillic letters")
    }
    return notes
  }

  private func draw(_ basemap: Basemap, on pixmap: inout Pixmap) {
    let frame = layout.frame
    let hairline = layout.measures.hairline
    func placed(_ path: Path) -> Path {
      path.mapPoints { Point(x: $0.x + Double(frame.x), y: $0.y + Double(frame.y)) }
    }
    let coast = StrokeStyle(width: theme.coastWidth * hairline, join: .round)
    let lakes = placed(basemap.lakes)
    pixmap.fill(placed(basemap.land), color: theme.land, clip: frame)
    pixmap.fill(lakes, color: theme.lake, clip: frame)
    pixmap.stroke(
      placed(basemap.borders),
      style: StrokeStyle(
        width: theme.borderWidth * hairline, join: .round, dashes: theme.borderDashes.map { $0 * hairline }),
      color: theme.border, clip: frame)
    pixmap.stroke(lakes, style: coast, color: theme.coast, clip: frame)
    pixmap.stroke(placed(basemap.coastlines), style: coast, color: theme.coast, clip: frame)
  }

  private func drawFrame(on pixmap: inout Pixmap) {
    let frame = layout.frame
    let line = Int(layout.measures.hairline)
    let (left, top) = (frame.x - line, frame.y - line)
    for side in [
      PixelRect(x: left, y: top, width: frame.width + 2 * line, height: line),
      PixelRect(x: left, y: frame.maxY, width: frame.width + 2 * line, height: line),
      PixelRect(x: left, y: frame.y, width: line, height: frame.height),
      PixelRect(x: frame.maxX, y: frame.y, width: line, height: frame.height),
    ] {
      pixmap.fillRect(side, color: theme.frame)
    }
  }

  private func drawWords(on pixmap: inout Pixmap, attribution: String?) {
    let measures = layout.measures
    let subtitle = TextStyle(.regular, size: measures.subtitleSize)
    func line(
      _ text: String, _ style: TextStyle, _ box: PixelRect?, _ ink: TextInk, _ anchor: TextLine.Anchor = .start
    ) {
      guard let box, let line = TextLine.fitted(text, style, width: Double(box.width)) else { return }
      line.draw(
        on: &pixmap, x: Double(anchor == .end ? box.maxX : box.x),
        baseline: Double(box.y + LayoutBlocks.capHeight(style.size)), anchor: anchor, ink: ink)
    }
    line(words.title, TextStyle(.semibold, size: measures.titleSize), layout.box(.title), theme.textInk)
    line(words.subtitle, subtitle, layout.box(.subtitle), theme.quietInk)
    let standsRight = layout.box(.timeRange).map { $0.x > layout.frame.x } ?? false
    line(words.timeRange, subtitle, layout.box(.timeRange), theme.quietInk, standsRight ? .end : .start)
    let marking = TextStyle(.semibold, size: measures.subtitleSize, tracking: 0.08)
    for box in [layout.upperBanner, layout.lowerBanner] {
      guard let box, let line = TextLine.fitted(words.banner, marking, width: Double(box.width)) else { continue }
      line.draw(
        on: &pixmap, x: Double(layout.pictureWidth) / 2,
        baseline: (Double(box.y) + (Double(box.height) + line.style.capHeight) / 2).rounded(),
        anchor: .middle, ink: theme.textInk)
    }
    drawSources(on: &pixmap, attribution: attribution)
  }

  private func drawSources(on pixmap: inout Pixmap, attribution: String?) {
    guard let box = layout.box(.sources) else { return }
    let style = TextStyle(.regular, size: layout.measures.smallSize)
    let rows = LegendMeasures(layout.measures)
    let sources = words.sources + (attribution.map { ["Basemap: \($0)."] } ?? [])
    let width = Double(box.width)
    let isBesideLegend = box.height >= rows.height
    let pitch =
      isBesideLegend
      ? Double(rows.lowerBaseline - rows.upperBaseline) / 2
      : Double(box.height - LayoutBlocks.rowHeight(style.size))
    let count = isBesideLegend ? 3 : 2
    let caveat = TextLine.wrapped(words.caveat, style, width: width, lines: count - 1)
    let source = TextLine.wrapped(
      sources.joined(separator: " "), style, width: width, lines: count - caveat.count)
    for (row, line) in (source + caveat).enumerated() {
      line.draw(
        on: &pixmap, x: Double(box.x),
        baseline: Double(box.y + rows.upperBaseline) + (pitch * Double(row)).rounded(),
        ink: theme.quietInk)
    }
  }
}
