extension Path {
  /// Adds a closed rectangle, clockwise on the picture from its corner (x, y); pixels.
  package mutating func addRect(x: Double, y: Double, width: Double, height: Double) {
    move(to: Point(x: x, y: y))
    line(to: Point(x: x + width, y: y))
    line(to: Point(x: x + width, y: y + height))
    line(to: Point(x: x, y: y + height))
    close()
  }

  /// Adds a closed ellipse of four cubic curves, clockwise on the picture from its rightmost point.
  ///
  /// Radii in pixels; the curve leaves the true ellipse by at most 0.03 % of the radius
  /// (control length 4/3 (sqrt 2 - 1)).
  package mutating func addEllipse(center: Point, radiusX: Double, radiusY: Double) {
    let handleX = radiusX * 0.5522847498307936
    let handleY = radiusY * 0.5522847498307936
    func at(_ dx: Double, _ dy: Double) -> Point { Point(x: center.x + dx, y: center.y + dy) }
    move(to: at(radiusX, 0))
    cubic(to: at(0, radiusY), control1: at(radiusX, handleY), control2: at(handleX, radiusY))
    cubic(to: at(-radiusX, 0), control1: at(-handleX, radiusY), control2: at(-radiusX, handleY))
    cubic(to: at(0, -radiusY), control1: at(-radiusX, -handleY), control2: at(-handleX, -radiusY))
    cubic(to: at(radiusX, 0), control1: at(handleX, -radiusY), control2: at(radiusX, -handleY))
    close()
  }

  /// The smallest box around all finite points, control points among them; nil when there is none.
  package var bounds: (min: Point, max: Point)? {
    var low = Point(x: .infinity, y: .infinity)
    var high = Point(x: -.infinity, y: -.infinity)
    for point in points where point.x.isFinite && point.y.isFinite {
      low.x = point.x < low.x ? point.x : low.x
      low.y = point.y < low.y ? point.y : low.y
      high.x = point.x > high.x ? point.x : high.x
      high.y = point.y > high.y ? point.y : high.y
    }
    return low.x <= high.x ? (low, high) : nil
  }
}
