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

  /// The same label so many pixels farther right and down; what it takes up is left as it was.
  func moved(x: Double, y: Double) -> PlacedLabel {
    func placed(_ point: Point) -> Point { Point(x: point.x + x, y: point.y + y) }
    var label = self
    label.letters = letters.mapPoints(placed)
    label.leader = leader.map { (placed($0.from), placed($0.to)) }
    label.mark = mark.map { ($0.mark, placed($0.place)) }
    return label
  }

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
