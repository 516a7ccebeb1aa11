/// A place on the picture in pixels: x runs right, y down, pixel (0, 0) covers 0..<1 both ways.
package struct Point: Hashable, Sendable {
  package var x: Double
  package var y: Double

  @inlinable package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
