/// An outline of straight lines and Bezier curves, in pixels.
///
/// A contour begins with `move`; filling closes open contours, stroking leaves them open.
package struct Path: Sendable, Equatable {
  /// What the next points of `points` mean.
  package enum Verb: UInt8, Sendable {
    /// Takes one point: a contour begins.
    case move
    /// Takes one point: a straight line to it.
    case line
    /// Takes two points: a quadratic curve, control then end.
    case quad
    /// Takes three points: a cubic curve, two controls then end.
    case cubic
    /// Takes no point: back to the contour's beginning.
    case close
  }

  package private(set) var verbs: [Verb] = []
  package private(set) var points: [Point] = []

  package init() {}

  package var isEmpty: Bool { verbs.isEmpty }

  package mutating func move(to point: Point) {
    verbs.append(.move)
    points.append(point)
  }

  package mutating func line(to point: Point) {
    verbs.append(.line)
    points.append(point)
  }

  package mutating func quad(to end: Point, control: Point) {
    verbs.append(.quad)
    points.append(control)
    points.append(end)
  }

  package mutating func cubic(to end: Point, control1: Point, control2: Point) {
    verbs.append(.cubic)
    points.append(control1)
    points.append(control2)
    points.append(end)
  }

  package mutating func close() {
    verbs.append(.close)
  }

  /// Adds all contours of another path behind this one's.
  package mutating func append(_ other: Path) {
    verbs.append(contentsOf: other.verbs)
    points.append(contentsOf: other.points)
  }

  /// The same outline with every point mapped.
  package func mapPoints(_ transform: (Point) -> Point) -> Path {
    var result = self
    for index in result.points.indices { result.points[index] = transform(points[index]) }
    return result
  }
}
