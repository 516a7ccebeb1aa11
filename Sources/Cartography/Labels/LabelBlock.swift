import Raster

/// Lines of words as one block, set but not yet placed; its origin is the first line's left end on the baseline.
struct LabelBlock {
  let lines: [TextLine]
  private let pitch: Double
  /// From the tallest capital of the first line to the lowest tail of the last.
  let height: Double
  /// The widest line.
  let width: Double
  /// Height of a capital, which is where the block begins above the first baseline.
  let rise: Double
  /// An edge for the halo.
  let edge: Double

  init(_ label: MapLabel) {
    lines = label.lines.map { TextLine($0, label.style) }
    pitch = (label.style.size * 1.22).rounded()
    rise = label.style.capHeight
    edge = max(label.ink.haloReach, label.style.size * 0.12)
    height = rise + Double(lines.count - 1) * pitch + label.style.size * 0.2
    width = lines.map(\.width).max() ?? 0
  }

  /// What the block takes up with its upper left corner at a place.
  func box(at corner: Point) -> LabelBox {
    LabelBox(low: corner, high: Point(x: corner.x + width, y: corner.y + height)).grown(by: edge)
  }

  /// The letters with the block's upper left corner at a place; lines stand at its side, 0 left to 1 right.
  func letters(at corner: Point, alignment: Double) -> Path {
    var path = Path()
    for (row, line) in lines.enumerated() {
      let x = corner.x + alignment * (width - line.width)
      path.append(line.path(at: Point(x: x, y: (corner.y + rise + Double(row) * pitch).rounded())))
    }
    return path
  }
}
