import Raster

extension TextLine {
  /// Which part of a line stands at a given x.
  package enum Anchor: Sendable { case start, middle, end }

  /// Draws the line with its anchor at `x` and its baseline at `baseline`, both in pixels.
  ///
  /// - Parameters:
  ///   - halo: a colour and how far it reaches beyond the letters in pixels; drawn under them.
  package func draw(
    on pixmap: inout Pixmap, x: Double, baseline: Double, anchor: Anchor = .start, color: Color,
    halo: (color: Color, reach: Double)? = nil
  ) {
    let start =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    let path = path(at: Point(x: start, y: baseline))
    if let halo {
      let style = StrokeStyle(width: 2 * halo.reach, join: .round)
      pixmap.stroke(path, style: style, color: halo.color)
    }
    pixmap.fill(path, color: color)
  }
}
