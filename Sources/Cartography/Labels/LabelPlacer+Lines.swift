import Platform
import Raster

extension LabelPlacer {
  /// Words along a straight line, above it or below, turned with it and never upside down.
  func along(_ label: MapLabel, _ one: Point, _ other: Point) -> PlacedLabel? {
    guard let (from, to) = clipped(one.x <= other.x ? (one, other) : (other, one)) else { return nil }
    let line = TextLine(label.lines[0], label.style)
    let length = hypot(to.x - from.x, to.y - from.y)
    let halo = max(label.ink.haloReach, label.style.size * 0.12)
    guard length > line.width + 2 * label.style.size else { return nil }
    let (dx, dy) = ((to.x - from.x) / length, (to.y - from.y) / length)
    let room = (length - line.width) / 2
    let rise = label.style.capHeight
    return best(
      label,
      [0.0, -0.45, 0.45, -0.9, 0.9].flatMap { shift in
        [(-1.0, 0.0), (1.0, 0.08)].map { side, cost in
          let start = room + shift * (room - label.style.size / 2)
          // Above: the baseline is lifted off the line; below: a capital's height and the same distance.
          let offset = side < 0 ? 0.45 * label.style.size : 0.45 * label.style.size + rise
          let origin = Point(
            x: from.x + dx * start - side * dy * offset, y: from.y + dy * start + side * dx * offset)
          let pieces = max(Int((line.width / rise).rounded(.up)), 1)
          let boxes = (0..<pieces).map { piece in
            let along = (Double(piece) + 0.5) * line.width / Double(pieces)
            let middle = Point(
              x: origin.x + dx * along + dy * rise / 2, y: origin.y + dy * along - dx * rise / 2)
            return LabelBox(around: middle, halfWidth: rise * 0.6 + halo, halfHeight: rise * 0.6 + halo)
          }
          return (
            boxes, cost + 0.1 * abs(shift),
            {
              let letters = line.path(at: Point(x: 0, y: 0)).mapPoints {
                Point(x: origin.x + $0.x * dx - $0.y * dy, y: origin.y + $0.x * dy + $0.y * dx)
              }
              return PlacedLabel(letters: letters, ink: label.ink, boxes: boxes)
            }
          )
        }
      })
  }

  /// The part of a line inside the frame (Liang and Barsky 1984); nil where there is none.
  private func clipped(_ line: (from: Point, to: Point)) -> (from: Point, to: Point)? {
    let frame = LabelBox(ground.frame)
    let (dx, dy) = (line.to.x - line.from.x, line.to.y - line.from.y)
    var (low, high) = (0.0, 1.0)
    for (way, start, least, most) in [
      (dx, line.from.x, frame.low.x, frame.high.x), (dy, line.from.y, frame.low.y, frame.high.y),
    ] {
      if way == 0 {
        if start < least || start > most { return nil }
        continue
      }
      let (first, second) = ((least - start) / way, (most - start) / way)
      low = max(low, min(first, second))
      high = min(high, max(first, second))
    }
    guard low < high else { return nil }
    return (
      Point(x: line.from.x + dx * low, y: line.from.y + dy * low),
      Point(x: line.from.x + dx * high, y: line.from.y + dy * high)
    )
  }
}
