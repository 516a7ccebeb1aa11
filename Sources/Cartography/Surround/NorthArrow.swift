import Raster

/// A small pointer to north, which is up everywhere on a Mercator map.
package struct NorthArrow: Sendable {
  /// The arrow.
  package init() {}

  /// Draws the arrow over its letter, in the middle of a layout's box.
  package func draw(on pixmap: inout Pixmap, in box: PixelRect, measures: LayoutMeasures, theme: Theme) {
    let rows = LegendMeasures(measures)
    let style = TextStyle(measures.fonts.semibold, size: measures.smallSize)
    let middle = Double(box.x) + Double(box.width) / 2
    let baseline = Double(box.y + rows.lowerBaseline)
    TextLine("N", style).draw(
      on: &pixmap, x: middle, baseline: baseline, anchor: .middle, ink: theme.quietInk)
    let top = Double(box.y)
    let bottom = baseline - style.capHeight - 0.45 * measures.smallSize
    let half = (bottom - top) * 0.28
    var path = Path()
    path.move(to: Point(x: middle, y: top))
    path.line(to: Point(x: middle + half, y: bottom))
    path.line(to: Point(x: middle, y: bottom - 0.26 * (bottom - top)))
    path.line(to: Point(x: middle - half, y: bottom))
    path.close()
    pixmap.fill(path, color: theme.quietText)
  }
}
