import Platform

extension Pixmap {
  /// Draws in bands of whole rows on all processors; `draw` gets each band as a pixmap of its own, with what is on it, and
  /// where it lies.
  ///
  /// What is drawn must not depend on the window it is drawn in; then the picture has the same bytes as in one piece.
  package mutating func drawInBands(_ draw: (_ band: inout Pixmap, _ rows: PixelRect) -> Void) {
    // Several to a processor, since ink crowds on some rows; but each looks anew at what is near it.
    let count = max(1, min(2 * processorCount(), height / 64))
    guard count > 1, processorCount() > 1 else { return draw(&self, bounds) }
    let rows = (height + count - 1) / count
    let bands = concurrently(processorCount(), mapping: count, stride: 1) { number in
      let area = bounds.intersection(PixelRect(x: 0, y: number * rows, width: width, height: rows))
      var band = Pixmap(rows: area, of: self)
      draw(&band, area)
      return band
    }
    for (number, band) in bands.enumerated() { copy(band, x: 0, y: number * rows) }
  }
}
