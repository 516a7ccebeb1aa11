import Platform
import Raster

/// A smooth curve through places, walked by its length.
struct LabelCurve {
  private let points: [Point]
  private let lengths: [Double]
  /// Pixels from the first place to the last.
  var length: Double { lengths[lengths.count - 1] }

  /// Pixels from one place of the walk to the next.
  private static let step = 3.0

  /// A curve through at least two places (Catmull-Rom with ends that go straight on).
  ///
  /// Stretches that cannot reach into a box are not walked step by step.
  init?(through places: [Point], near box: LabelBox) {
    guard places.count > 1 else { return nil }
    var points: [Point] = []
    for index in 0..<places.count - 1 {
      let (b, c) = (places[index], places[index + 1])
      let a = index > 0 ? places[index - 1] : Point(x: 2 * b.x - c.x, y: 2 * b.y - c.y)
      let d = index + 2 < places.count ? places[index + 2] : Point(x: 2 * c.x - b.x, y: 2 * c.y - b.y)
      let (low, high) = (
        Point(x: min(a.x, b.x, c.x, d.x), y: min(a.y, b.y, c.y, d.y)),
        Point(x: max(a.x, b.x, c.x, d.x), y: max(a.y, b.y, c.y, d.y))
      )
      // A Catmull-Rom curve leaves the box of its four places by less than a quarter of it.
      let reach = max(high.x - low.x, high.y - low.y) / 4 + 1
      let isNear = LabelBox(low: low, high: high).grown(by: reach).overlaps(box)
      let count = isNear ? min(max(Int(hypot(c.x - b.x, c.y - b.y) / Self.step), 1), 4_000) : 1
      for part in 0..<count {
        let t = Double(part) / Double(count)
        points.append(
          Point(x: Self.spline(a.x, b.x, c.x, d.x, t), y: Self.spline(a.y, b.y, c.y, d.y, t)))
      }
    }
    points.append(places[places.count - 1])
    self.init(walk: points)
  }

  private init?(walk points: [Point]) {
    guard points.count > 1 else { return nil }
    var lengths = [0.0]
    for (a, b) in zip(points, points.dropFirst()) {
      lengths.append(lengths[lengths.count - 1] + hypot(b.x - a.x, b.y - a.y))
    }
    self.points = points
    self.lengths = lengths
  }

  /// The longest stretch within a box; nil where there is none.
  func part(in box: LabelBox) -> LabelCurve? {
    var best = 0..<0
    var start = 0
    for (index, point) in points.enumerated() {
      let isInside = box.contains(LabelBox(low: point, high: point))
      if !isInside { start = index + 1 }
      if isInside, index + 1 - start > best.count { best = start..<index + 1 }
    }
    return LabelCurve(walk: Array(points[best]))
  }

  /// The same from the other end.
  var reversed: LabelCurve? { LabelCurve(walk: points.reversed()) }

  /// Whether it runs to the right, or upright, upwards.
  var readsForward: Bool {
    let (a, b) = (points[0], points[points.count - 1])
    return abs(b.x - a.x) > 0.15 * abs(b.y - a.y) ? b.x > a.x : b.y < a.y
  }

  /// The place at a distance from the start, and the unit vector onward there, taken over a stretch around it.
  func place(at distance: Double, over stretch: Double) -> (place: Point, x: Double, y: Double) {
    let (before, behind) = (point(distance - stretch / 2), point(distance + stretch / 2))
    let length = max(hypot(behind.x - before.x, behind.y - before.y), 1e-9)
    return (point(distance), (behind.x - before.x) / length, (behind.y - before.y) / length)
  }

  private func point(_ distance: Double) -> Point {
    var (low, high) = (0, lengths.count - 2)
    while low < high {
      let middle = (low + high + 1) / 2
      if lengths[middle] <= distance { low = middle } else { high = middle - 1 }
    }
    let (a, b) = (points[low], points[low + 1])
    let share = (distance - lengths[low]) / max(lengths[low + 1] - lengths[low], 1e-9)
    return Point(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
  }

  private static func spline(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ t: Double) -> Double {
    let (one, two) = (c - a, 2 * a - 5 * b + 4 * c - d)
    return b + 0.5 * t * (one + t * (two + t * (3 * (b - c) + d - a)))
  }
}
