import Platform
import Raster

extension SeededGenerator {
  /// A random number in the range.
  package mutating func number(_ range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &self)
  }

  /// A random point in 0...width by 0...height and so far around it, on a grid of 2^-20 pixel.
  ///
  /// On that grid moving a point by whole pixels is exact in a Double.
  package mutating func point(width: Double, height: Double, beyond: Double = 0) -> Point {
    func snap(_ value: Double) -> Double { (value * 1_048_576).rounded() / 1_048_576 }
    return Point(
      x: snap(number(-beyond...width + beyond)), y: snap(number(-beyond...height + beyond)))
  }

  /// A simple polygon around a centre: no two of its edges cross.
  package mutating func starPolygon(center: Point, radii: ClosedRange<Double>, corners: Int) -> [Point] {
    let turn = number(0...6.28)
    return (0..<corners).map { corner in
      let angle = turn + (Double(corner) + number(0...0.9)) / Double(corners) * 6.283185307179586
      let radius = number(radii)
      return Point(x: center.x + cos(angle) * radius, y: center.y + sin(angle) * radius)
    }
  }

  /// A path of lines and curves, and the same path walked from its end; contours closed or open.
  package mutating func path(
    width: Double, height: Double, beyond: Double
  ) -> (forward: Path, backward: Path) {
    var forward = Path()
    var backward = Path()
    for _ in 0..<Int.random(in: 1...3, using: &self) {
      var pieces: [[Point]] = []
      for _ in 0..<Int.random(in: 1...7, using: &self) {
        pieces.append(
          (0..<Int.random(in: 1...3, using: &self)).map { _ in
            point(width: width, height: height, beyond: beyond)
          })
      }
      let start = point(width: width, height: height, beyond: beyond)
      let isClosed = Bool.random(using: &self)
      Self.add(pieces, from: start, isClosed: isClosed, to: &forward)
      var reversed: [[Point]] = []
      for (index, piece) in pieces.enumerated().reversed() {
        let end = index == 0 ? start : pieces[index - 1][pieces[index - 1].count - 1]
        reversed.append(Array(piece.dropLast().reversed()) + [end])
      }
      Self.add(reversed, from: pieces[pieces.count - 1].last ?? start, isClosed: isClosed, to: &backward)
    }
    return (forward, backward)
  }

  /// A line style of random width, join, cap and, where wanted, dashes.
  package mutating func strokeStyle(dashed: Bool) -> StrokeStyle {
    let joins: [StrokeStyle.Join] = [.miter, .round, .bevel]
    let caps: [StrokeStyle.Cap] = [.butt, .round, .square]
    return StrokeStyle(
      width: number(0.2...14), join: joins[Int.random(in: 0..<3, using: &self)],
      cap: caps[Int.random(in: 0..<3, using: &self)], miterLimit: number(1...8),
      dashes: dashed ? [number(0...9), number(0.5...7)] : [], dashOffset: number(-20...20))
  }

  private static func add(_ pieces: [[Point]], from start: Point, isClosed: Bool, to path: inout Path) {
    path.move(to: start)
    for piece in pieces {
      switch piece.count {
      case 1: path.line(to: piece[0])
      case 2: path.quad(to: piece[1], control: piece[0])
      default: path.cubic(to: piece[2], control1: piece[0], control2: piece[1])
      }
    }
    if isClosed { path.close() }
  }
}
