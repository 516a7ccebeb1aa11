import Raster

/// A label's letters where they stand.
package struct PlacedLabel: Sendable {
  /// The letters' outlines in pixels of the picture, to be filled non-zero.
  package var letters: Path
  /// What they are drawn with.
  package var ink: TextInk
  /// What letters and leader line take up.
  package var boxes: [LabelBox]
  /// The line from the place to the letters; nil where they stand beside it.
  package var leader: (from: Point, to: Point)?
  /// A figure at the label's place, drawn under the letters.
  package var mark: (mark: Mark, place: Point)?
  /// Where the label was in the list of those that wanted a place.
  package var number = 0

  /// Draws leader line, mark and letters; `leaderStyle` and `leaderColor` are for the line.
  package func draw(on pixmap: inout Pixmap, leaderStyle: StrokeStyle, leaderColor: Color) {
    if let leader {
      var path = Path()
      path.move(to: leader.from)
      path.line(to: leader.to)
      pixmap.stroke(path, style: leaderStyle, color: leaderColor)
    }
    if let mark { mark.mark.draw(on: &pixmap, at: mark.place) }
    ink.draw(letters, on: &pixmap)
  }
}
