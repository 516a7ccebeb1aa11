import Behaviour
import Geography
import Raster

extension EventLayer {
  /// Draws what reaches into a viewport, whose north-west corner is the pixmap's.
  ///
  /// Marks and lines are `scale` times as large as where a pixel is a point.
  package func draw(on pixmap: inout Pixmap, viewport: Viewport, theme: Theme, scale: Double = 1) {
    let measures = EventMeasures(grid: viewport.grid, scale: scale)
    let reach = max(hotspots.isEmpty ? 0 : measures.largestHotspot + 4, 2 * measures.marker) * scale
    let window = EventWindow(viewport, marginInPixels: reach)
    var found: [(number: Int, copy: Int64)] = []
    for number in index.numbers(from: window.west, to: window.east) {
      guard let copies = window.copies(of: places[number]) else { continue }
      for copy in copies { found.append((number, copy)) }
    }
    let corner = (x: Double(viewport.x), y: Double(viewport.y))
    for (number, copy) in found where number < hotspots.count {
      let pixel = window.pixel(x: places[number].x, y: places[number].y, copy: copy)
      let count = hotspots[number].count
      Mark.hotspot(count: count, radius: measures.hotspotRadius(count: count, largest: largestCount), theme: theme)
        .scaled(by: scale).draw(
          on: &pixmap,
          at: Point(x: (pixel.x + 0.5).rounded(.down) - corner.x, y: (pixel.y + 0.5).rounded(.down) - corner.y))
    }
    let colors = theme.events
    for (number, copy) in found where places[number].isLine {
      drawGap(on: &pixmap, places[number], copy: copy, window: window, measures: measures, scale: scale, colors: colors)
    }
    let marks = EventKind.allCases.map { ($0, Mark.event($0, measures: measures, theme: theme).scaled(by: scale)) }
    let reappearance = Mark.reappearance(measures: measures, theme: theme).scaled(by: scale)
    for (number, copy) in found {
      guard let event = event(ofPlace: number), let mark = marks.first(where: { $0.0 == event.kind })?.1
      else { continue }
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
