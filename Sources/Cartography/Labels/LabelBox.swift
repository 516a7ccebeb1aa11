import Raster

/// An upright rectangle in pixels that a letter, a mark or a piece of a line of letters takes up.
package struct LabelBox: Sendable, Equatable {
  /// Upper left corner.
  package var low: Point
  /// Lower right corner.
  package var high: Point

  /// A box between two corners.
  package init(low: Point, high: Point) {
    self.low = low
    self.high = high
  }

  /// A box around a place.
  package init(around place: Point, halfWidth: Double, halfHeight: Double) {
    low = Point(x: place.x - halfWidth, y: place.y - halfHeight)
    high = Point(x: place.x + halfWidth, y: place.y + halfHeight)
  }

  /// The pixels of a rectangle.
  package init(_ rect: PixelRect) {
    low = Point(x: Double(rect.x), y: Double(rect.y))
    high = Point(x: Double(rect.maxX), y: Double(rect.maxY))
  }

  /// The same with an edge of so many pixels on each side.
  func grown(by edge: Double) -> LabelBox {
    LabelBox(low: Point(x: low.x - edge, y: low.y - edge), high: Point(x: high.x + edge, y: high.y + edge))
  }

  /// Whether both share more than an edge.
  func overlaps(_ other: LabelBox) -> Bool {
    low.x < other.high.x && other.low.x < high.x && low.y < other.high.y && other.low.y < high.y
  }

  /// Whether another lies within, edges included.
  func contains(_ other: LabelBox) -> Bool {
    low.x <= other.low.x && low.y <= other.low.y && high.x >= other.high.x && high.y >= other.high.y
  }
}
