import Raster

extension ScaleBar {
  /// Columns from the zero to the end of the longer bar or text.
  func width(_ measures: LayoutMeasures) -> Int {
    let style = TextStyle(measures.fonts.regular, size: measures.smallSize)
    let texts = [nauticalText, kilometreText].map { TextLine($0, style).width }
    return Int((texts + [nauticalMilesInPixels, kilometresInPixels]).reduce(0, max).rounded(.up))
  }

  /// Draws both lengths from one zero at the left of a layout's box: nautical miles above, kilometres below.
  package func draw(on pixmap: inout Pixmap, in box: PixelRect, measures: LayoutMeasures, theme: Theme) {
    let rows = LegendMeasures(measures)
    let style = TextStyle(measures.fonts.regular, size: measures.smallSize)
    let width = Double(box.width)
    TextLine.fitted(nauticalText, style, width: width)?.draw(
      on: &pixmap, x: Double(box.x), baseline: Double(box.y + rows.upperBaseline), ink: theme.textInk)
    TextLine.fitted(kilometreText, style, width: width)?.draw(
      on: &pixmap, x: Double(box.x), baseline: Double(box.y + rows.lowerBaseline), ink: theme.quietInk)
    let line = measures.hairline
    let reach = (Double(rows.barHeight) / 2).rounded()
    let middle = Double(box.y + rows.barTop) + reach
    var path = Path()
    // The two bars share the middle line: the upper one's end tick points up, the lower one's down.
    let left = Double(box.x)
    path.addRect(
      x: left, y: middle - line, width: max(nauticalMilesInPixels, kilometresInPixels), height: 2 * line)
    path.addRect(x: left, y: middle - reach, width: line, height: 2 * reach)
    path.addRect(x: left + nauticalMilesInPixels - line, y: middle - reach, width: line, height: reach)
    path.addRect(x: left + kilometresInPixels - line, y: middle, width: line, height: reach)
    pixmap.fill(path, color: theme.quietText)
  }
}
