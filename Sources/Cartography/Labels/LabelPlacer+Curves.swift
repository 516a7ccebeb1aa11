import Platform
import Raster

extension LabelPlacer {
  /// Letters along a curve, spread over the part of it that the frame shows.
  func curved(_ label: MapLabel, _ points: [Point]) -> PlacedLabel? {
    let edge = 1.5 * label.style.size
    let inner = LabelBox(ground.frame).grown(by: -edge)
    guard var curve = LabelCurve(through: points, near: inner)?.part(in: inner) else { return nil }
    if !curve.readsForward, let turned = curve.reversed { curve = turned }
    for size in [1, 0.85] {
      let style = label.style.resized(to: label.style.size * size)
      let letters = label.lines[0].map { TextLine(String($0), style) }
      let natural = letters.reduce(0) { $0 + $1.width } + style.tracking * style.size * Double(letters.count - 1)
      guard letters.count > 1, natural <= curve.length else { continue }
      // Spread over the sea, but not so far that the letters no longer read as one word.
      let spread = min(0.8 * curve.length, natural + 0.55 * style.size * Double(letters.count - 1))
      let extra = max(0, spread - natural) / Double(letters.count - 1)
      let tracking = style.tracking * style.size + extra
      let width = max(spread, natural)
      let slack = (curve.length - width) / 2
      let shifts = [0.0, -0.25, 0.25, -0.5, 0.5, -0.8, 0.8]
      if let found = best(
        label, shifts.map { candidate(label, letters, curve, from: slack + $0 * slack, tracking, cost: 0.1 * abs($0)) })
      {
        return found
      }
    }
    return nil
  }

  private func candidate(
    _ label: MapLabel, _ letters: [TextLine], _ curve: LabelCurve, from start: Double, _ tracking: Double, cost: Double
  ) -> (boxes: [LabelBox], cost: Double, place: () -> PlacedLabel) {
    var boxes: [LabelBox] = []
    var turns: [(line: TextLine, origin: Point, x: Double, y: Double)] = []
    var pen = start
    for line in letters {
      let (middle, x, y) = curve.place(at: pen + line.width / 2, over: max(line.width, 4 * line.style.size))
      // The curve runs through the middle of small letters.
      let drop = line.style.xHeight / 2
      let origin = Point(x: middle.x - x * line.width / 2 - y * drop, y: middle.y - y * line.width / 2 + x * drop)
      turns.append((line, origin, x, y))
      if line.text != " " {
        let reach = max(line.width, line.style.capHeight) * 0.6
        boxes.append(LabelBox(around: middle, halfWidth: reach, halfHeight: reach))
      }
      pen += line.width + tracking
    }
    return (
      boxes, cost,
      {
        var path = Path()
        for (line, origin, x, y) in turns {
          path.append(
            line.path(at: Point(x: 0, y: 0)).mapPoints {
              Point(x: origin.x + $0.x * x - $0.y * y, y: origin.y + $0.x * y + $0.y * x)
            })
        }
        return PlacedLabel(letters: path, ink: label.ink, boxes: boxes)
      }
    )
  }
}
