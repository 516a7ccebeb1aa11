import Platform
import Raster

extension LabelPlacer {
  /// A side of a place on which words may stand, and how much worse that is than the best.
  private struct Side {
    let x: Double
    let y: Double
    let cost: Double

    /// Right is read best, then above right; below left is worst (Imhof 1975).
    static let all = [
      Side(x: 1, y: 0, cost: 0), Side(x: 1, y: -1, cost: 0.04), Side(x: 1, y: 1, cost: 0.08),
      Side(x: -1, y: 0, cost: 0.12), Side(x: -1, y: -1, cost: 0.16), Side(x: 0, y: -1, cost: 0.18),
      Side(x: 0, y: 1, cost: 0.2), Side(x: -1, y: 1, cost: 0.22),
    ]
  }

  /// Words beside a place, or farther off with a leader line.
  func beside(_ label: MapLabel, _ place: Point, clearance: Double, leads: Bool) -> PlacedLabel? {
    guard LabelBox(ground.frame).contains(LabelBox(low: place, high: place)) else { return nil }
    let block = LabelBlock(label)
    let gap = clearance + block.edge + 2 * scale
    let near = Side.all.map { side in
      // Diagonal neighbours come nearer to the place than their corner's distance along both axes.
      let distance = side.x != 0 && side.y != 0 ? gap * 0.75 : gap
      return candidate(label, block, place, side, distance: distance, leaderFrom: nil)
    }
    if let found = best(label, near) { return found }
    guard leads else { return nil }
    let rings = [2.0, 3.5, 5.5, 8, 11, 15].map { $0 * block.height }
    return best(
      label,
      rings.flatMap { ring in
        (0..<16).map { step in
          let angle = Double(step) * .pi / 8
          let side = Side(x: cos(angle), y: sin(angle), cost: 0.3 + 0.1 * ring / block.height + 0.001 * Double(step))
          return candidate(label, block, place, side, distance: clearance + ring, leaderFrom: clearance + scale)
        }
      })
  }

  private func candidate(
    _ label: MapLabel, _ block: LabelBlock, _ place: Point, _ side: Side, distance: Double, leaderFrom start: Double?
  ) -> (boxes: [LabelBox], cost: Double, place: () -> PlacedLabel) {
    // The point of the block nearest to the place: its side's middle, or a corner.
    let alignment = side.x > 0.3 ? 0.0 : side.x < -0.3 ? 1.0 : 0.5
    let level = side.y > 0.3 ? 0.0 : side.y < -0.3 ? 1.0 : 0.5
    let touch = Point(x: place.x + side.x * distance, y: place.y + side.y * distance)
    let corner = Point(
      x: (touch.x - alignment * block.width).rounded(), y: (touch.y - level * block.height).rounded())
    let box = block.box(at: corner)
    var boxes = [box]
    var line: (from: Point, to: Point)?
    if let start {
      let from = Point(x: place.x + side.x * start, y: place.y + side.y * start)
      let to = Point(x: touch.x - side.x * block.edge, y: touch.y - side.y * block.edge)
      line = (from, to)
      // Near the place other marks may lie; a hairline over them hides nothing.
      let pieces = max(Int((distance - start) / (4 * scale)), 1)
      for piece in stride(from: 2, to: pieces, by: 1) {
        let share = Double(piece) / Double(pieces)
        let middle = Point(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share)
        boxes.append(LabelBox(around: middle, halfWidth: scale, halfHeight: scale))
      }
    }
    return (
      boxes, side.cost,
      {
        PlacedLabel(
          letters: block.letters(at: corner, alignment: alignment), ink: label.ink, boxes: boxes, leader: line,
          mark: label.mark.map { ($0, place) })
      }
    )
  }

  /// Words around a place, moved a little where that is emptier.
  func centred(_ label: MapLabel, _ place: Point) -> PlacedLabel? {
    let block = LabelBlock(label)
    let steps = [0.0, -1, 1, -2, 2]
    return best(
      label,
      steps.flatMap { down in
        steps.map { right in
          let corner = Point(
            x: (place.x - block.width / 2 + right * block.width / 4).rounded(),
            y: (place.y - block.height / 2 + down * block.height).rounded())
          let boxes = [block.box(at: corner)]
          return (
            boxes, 0.1 * (abs(right) + abs(down)),
            { PlacedLabel(letters: block.letters(at: corner, alignment: 0.5), ink: label.ink, boxes: boxes) }
          )
        }
      })
  }
}
