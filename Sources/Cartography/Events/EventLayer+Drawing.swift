import Behaviour
import Geography
import Raster

extension EventLayer {
  /// Draws what reaches into a viewport, whose north-west corner is the pixmap's: hotspots, then events.
  ///
  /// Marks and lines are `scale` times as large as where a pixel is a point.
  package func draw(on pixmap: inout Pixmap, viewport: Viewport, theme: Theme, scale: Double = 1) {
    drawHotspots(on: &pixmap, viewport: viewport, theme: theme, scale: scale)
    drawEvents(on: &pixmap, viewport: viewport, theme: theme, scale: scale)
  }

  /// Draws the hotspots that reach into a viewport.
  func drawHotspots(on pixmap: inout Pixmap, viewport: Viewport, theme: Theme, scale: Double) {
    guard !hotspots.isEmpty else { return }
    let measures = EventMeasures(grid: viewport.grid, scale: scale)
    let window = EventWindow(viewport, marginInPixels: (measures.largestHotspot + 4) * scale)
    let corner = (x: Double(viewport.x), y: Double(viewport.y))
    for (number, copy) in near(window) where number < hotspots.count {
      let pixel = window.pixel(x: places[number].x, y: places[number].y, copy: copy)
      let count = hotspots[number].count
      Mark.hotspot(count: count, radius: measures.hotspotRadius(count: count, largest: largestCount), theme: theme)
        .scaled(by: scale).draw(
          on: &pixmap,
          at: Point(x: (pixel.x + 0.5).rounded(.down) - corner.x, y: (pixel.y + 0.5).rounded(.down) - corner.y))
    }
  }

  /// Draws the events that reach into a viewport: first the gaps' lines, then the marks.
  func drawEvents(on pixmap: inout Pixmap, viewport: Viewport, theme: Theme, scale: Double) {
    let measures = EventMeasures(grid: viewport.grid, scale: scale)
    let reach = 2 * measures.marker * scale
    let window = EventWindow(viewport, marginInPixels: reach)
    let found = near(window).filter { $0.number >= hotspots.count }
    let corner = (x: Double(viewport.x), y: Double(viewport.y))
    let colors = theme.events
    for (number, copy) in found where places[number].isLine {
      drawGap(on: &pixmap, places[number], copy: copy, window: window, measures: measures, scale: scale, colors: colors)
    }
    let marks = EventKind.allCases.map { ($0, Mark.event($0, measures: measures, theme: theme).scaled(by: scale)) }
    let reappearance = Mark.reappearance(measures: measures, theme: theme).scaled(by: scale)
    // What matters most lies on top; of a kind, later events do.
    let order = found.compactMap { place in event(ofPlace: place.number).map { (place, $0) } }.enumerated().sorted {
      ($1.element.1.kind.significance, $0.offset) < ($0.element.1.kind.significance, $1.offset)
    }
    for (found, event) in order.map(\.element) {
      let (number, copy) = found
      guard let mark = marks.first(where: { $0.0 == event.kind })?.1 else { continue }
      func draw(_ mark: Mark, _ x: Int64, _ y: Int64) {
        let pixel = window.pixel(x: x, y: y, copy: copy)
        let place = Point(x: GapLine.onGrid(pixel.x) - corner.x, y: GapLine.onGrid(pixel.y) - corner.y)
        // A gap's far end may be tens of thousands of pixels away.
        guard -reach...Double(viewport.width) + reach ~= place.x, -reach...Double(viewport.height) + reach ~= place.y
        else { return }
        mark.draw(on: &pixmap, at: place)
      }
      let place = places[number]
      if event.reappearance != nil { draw(reappearance, place.endX, place.endY) }
      draw(mark, place.x, place.y)
    }
  }

  /// The places that a window meets, in the order in which they are painted, each as often as it is.
  private func near(_ window: EventWindow) -> [(number: Int, copy: Int64)] {
    index.numbers(from: window.west, to: window.east).flatMap { number in
      (window.copies(of: places[number]).map(Array.init) ?? []).map { (number, $0) }
    }
  }

  private func drawGap(
    on pixmap: inout Pixmap, _ place: EventPlace, copy: Int64, window: EventWindow, measures: EventMeasures,
    scale: Double, colors: EventColors
  ) {
    let measures = measures.scaled(by: scale)
    let line = GapLine(
      from: window.pixel(x: place.x, y: place.y, copy: copy),
      to: window.pixel(x: place.endX, y: place.endY, copy: copy), measures: measures)
    let dashes = line.dashes(near: window.rect)
    if dashes.isEmpty { return }
    pixmap.stroke(dashes, style: StrokeStyle(width: measures.line + 1.5 * scale), color: colors.lineCasing)
    pixmap.stroke(dashes, style: StrokeStyle(width: measures.line), color: colors.gap.body)
  }
}
