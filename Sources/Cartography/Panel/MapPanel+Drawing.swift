import Raster

extension MapPanel {
  /// Draws what was set into a box of the picture.
  func draw(
    _ setting: Setting, on pixmap: inout Pixmap, in box: PixelRect, measures: LayoutMeasures, theme: Theme
  ) {
    pixmap.fillRect(box, color: theme.panel)
    let hairline = Int(measures.hairline)
    for rule in setting.rules {
      pixmap.fillRect(
        PixelRect(x: box.x + rule.x, y: box.y + rule.y, width: setting.columnWidth, height: hairline),
        color: theme.panelRule)
    }
    for entry in setting.entries {
      let mark = Mark.event(events[entry.event].kind, measures: .legend, theme: theme)
      let size = measures.smallSize / 12.5 * min(1, 8 / max(mark.extent.y, 1))
      mark.scaled(by: size).mixed(with: theme.panel, entry.paleness).draw(
        on: &pixmap, at: Point(x: Double(box.x + entry.x), y: Double(box.y + entry.middle)))
    }
    for line in setting.lines {
      var ink = theme.quietInk
      switch line.ink {
      case .loud: ink = theme.textInk
      case .watched: ink.color = theme.watchlist
      case .faint: ink.color = ink.color.mixed(with: theme.panel, 0.38)
      case .quiet: break
      }
      line.line.draw(on: &pixmap, x: Double(box.x + line.x), baseline: Double(box.y + line.baseline), ink: ink)
    }
  }
}
