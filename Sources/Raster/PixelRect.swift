/// A rectangle of whole pixels: columns `x ..< x + width`, rows `y ..< y + height`, y down.
package struct PixelRect: Hashable, Sendable {
  package var x: Int
  package var y: Int
  package var width: Int
  package var height: Int

  /// A rectangle; a negative width or height counts as 0.
  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The first column to the right of the rectangle.
  package var maxX: Int { x + width }

  /// The first row below the rectangle.
  package var maxY: Int { y + height }

  /// Whether the rectangle holds no pixel.
  package var isEmpty: Bool { width == 0 || height == 0 }

  /// The pixels that both rectangles hold; width or height 0 where they share none.
  package func intersection(_ other: PixelRect) -> PixelRect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return PixelRect(
      x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }

  /// The rectangle moved right by `dx` and down by `dy` pixels.
  package func offset(dx: Int, dy: Int) -> PixelRect {
    PixelRect(x: x + dx, y: y + dy, width: width, height: height)
  }
}
