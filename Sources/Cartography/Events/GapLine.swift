import Raster

/// The dashes of a straight line in a grid's pixels.
///
/// Each dash follows from its number alone, counted from the line's start, so that a window draws those that it shows
/// and they lie as in any other.
struct GapLine {
  private let start: Point
  private let end: Point
  private let length: Double
  private let measures: EventMeasures

  /// The line between two places in the grid's pixels.
  init(from start: Point, to end: Point, measures: EventMeasures) {
    self.start = start
    self.end = end
    self.measures = measures
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    length = (dx * dx + dy * dy).squareRoot()
  }

  /// The dashes that may reach into a rectangle of the grid's pixels, as lines in the rectangle's own.
  func dashes(near rect: PixelRect) -> Path {
    var path = Path()
    guard length > measures.dash, let part = part(near: rect) else { return path }
    let (left, top) = (Double(rect.x), Double(rect.y))
    let first = max(Int(part.lowerBound * length / measures.period) - 1, 0)
    let last = Int(part.upperBound * length / measures.period) + 1
    for number in first...last {
      let from = Double(number) * measures.period
      guard from < length else { break }
      let (a, b) = (place(from), place(min(from + measures.dash, length)))
      path.move(to: Point(x: a.x - left, y: a.y - top))
      path.line(to: Point(x: b.x - left, y: b.y - top))
    }
    return path
  }

  /// A place on the line by its distance from the start, on the rasterizer's grid.
  ///
  /// The way from the start is rounded by itself, so that the line is the same in each copy of the world.
  private func place(_ distance: Double) -> Point {
    let share = distance / length
    return Point(
      x: Self.onGrid(start.x) + Self.onGrid((end.x - start.x) * share),
      y: Self.onGrid(start.y) + Self.onGrid((end.y - start.y) * share))
  }

  /// The nearest place on the rasterizer's grid; ties go east and south, which whole pixels do not change.
  static func onGrid(_ pixels: Double) -> Double { (pixels * 4096 + 0.5).rounded(.down) / 4096 }

  /// The part of the line, 0...1, that may reach into a rectangle; it only says which dashes to leave out
  /// (Liang and Barsky 1984).
  private func part(near rect: PixelRect) -> ClosedRange<Double>? {
    let reach = measures.period + measures.line + 4
    var (low, high) = (0.0, 1.0)
    func clip(_ from: Double, _ to: Double, _ lower: Int, _ upper: Int) {
      let (lower, upper) = (Double(lower) - reach, Double(upper) + reach)
      guard from != to else {
        if from < lower || from > upper { high = -1 }
        return
      }
      let (first, second) = ((lower - from) / (to - from), (upper - from) / (to - from))
      low = max(low, min(first, second))
      high = min(high, max(first, second))
    }
    clip(start.x, end.x, rect.x, rect.maxX)
    clip(start.y, end.y, rect.y, rect.maxY)
    return low <= high ? low...high : nil
  }
}
