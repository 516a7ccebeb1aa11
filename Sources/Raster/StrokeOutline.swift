/// A stroke's sides as the contours of a path, to be filled non-zero.
struct StrokeOutline: StrokeSink {
  private(set) var path = Path()
  private var left: [SubpixelPoint] = []
  private var right: [SubpixelPoint] = []

  mutating func beginLeft(_ point: SubpixelPoint) { left = [point] }

  mutating func beginRight(_ point: SubpixelPoint) { right = [point] }

  mutating func left(_ point: SubpixelPoint) { left.append(point) }

  mutating func right(_ point: SubpixelPoint) { right.append(point) }

  mutating func end(isRing: Bool) {
    if isRing {
      add(left)
      add(right.reversed())
    } else {
      add(left + right.reversed())
    }
  }

  private mutating func add(_ contour: [SubpixelPoint]) {
    for (index, point) in contour.enumerated() {
      if index == 0 { path.move(to: point.point) } else { path.line(to: point.point) }
    }
    path.close()
  }
}
