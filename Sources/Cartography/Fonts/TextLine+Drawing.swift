import Raster

extension TextLine {
  /// Which part of a line stands at a given x.
  package enum Anchor: Sendable { case start, middle, end }

  /// Draws the line with its anchor at `x` and its baseline at `baseline`, both in pixels.
  package func draw(
    on pixmap: inout Pixmap, x: Double, baseline: Double, anchor: Anchor = .start, ink: TextInk
  ) {
    let start =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    ink.draw(path(at: Point(x: start, y: baseline)), on: &pixmap)
  }
}
