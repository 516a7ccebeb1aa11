import Raster

extension Mark {
  /// An arrowhead that points along a unit vector.
  static func arrowhead(color: Color, casing: Color, heading: Point) -> Mark {
    var mark = Mark()
    let path = turned([(5, 0), (-3.5, 3.4), (-1.8, 0), (-3.5, -3.4)], heading)
    mark.stroke(path, style: StrokeStyle(width: 1.5, join: .round), color: casing)
    mark.fill(path, color: color)
    return mark
  }

  /// A ring where a ship was first seen.
  static func trackStart(color: Color, ground: Color) -> Mark {
    var mark = Mark()
    var path = Path()
    path.addEllipse(center: Point(x: 0, y: 0), radiusX: 2.75, radiusY: 2.75)
    mark.fill(path, color: ground)
    mark.stroke(path, style: StrokeStyle(width: 1.25), color: color)
    return mark
  }

  /// A hull where a ship was last seen, its bow along its way; a disc where it never moved.
  static func trackEnd(color: Color, casing: Color, heading: Point?) -> Mark {
    var mark = Mark()
    var path = Path()
    if let heading {
      path = turned([(7, 0), (3, 2.9), (-5, 2.9), (-5, -2.9), (3, -2.9)], heading)
    } else {
      path.addEllipse(center: Point(x: 0, y: 0), radiusX: 3, radiusY: 3)
    }
    mark.stroke(path, style: StrokeStyle(width: 2.5, join: .round), color: casing)
    mark.fill(path, color: color)
    return mark
  }

  /// A ship of a film in a legend, as `FilmPainter` draws them: filled, or an outline where nobody has seen it since.
  static func hull(color: Color, isHeld: Bool, heading: Point) -> Mark {
    var mark = Mark()
    let path = turned([(6, 0), (1.7, 2.5), (-6, 2.1), (-6, -2.1), (1.7, -2.5)], heading)
    if isHeld {
      mark.stroke(path, style: StrokeStyle(width: 1.25, join: .round), color: color)
    } else {
      mark.fill(path, color: color)
    }
    return mark
  }

  /// What stands for an area in a legend: a small ellipse of its colours.
  static func area(fill color: Color, outline: Color, dashes: [Double]) -> Mark {
    var mark = Mark()
    var path = Path()
    path.addEllipse(center: Point(x: 0, y: 0), radiusX: 10, radiusY: 6)
    mark.fill(path, color: color)
    mark.stroke(path, style: StrokeStyle(width: 1, dashes: dashes), color: outline)
    return mark
  }

  private static func turned(_ corners: [(Double, Double)], _ heading: Point) -> Path {
    var path = Path()
    for (place, corner) in corners.enumerated() {
      let point = Point(
        x: corner.0 * heading.x - corner.1 * heading.y, y: corner.0 * heading.y + corner.1 * heading.x)
      if place == 0 { path.move(to: point) } else { path.line(to: point) }
    }
    path.close()
    return path
  }
}
