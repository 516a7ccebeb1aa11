import Raster

/// A slow, obvious rasterizer for polygons, to hold the fast one against.
package struct PolygonOracle {
  /// Closed contours of corners in pixels.
  package var contours: [[Point]]

  package init(contours: [[Point]]) {
    self.contours = contours
  }

  /// The same polygon as a path.
  package var path: Path {
    var path = Path()
    for contour in contours {
      for (index, point) in contour.enumerated() {
        if index == 0 { path.move(to: point) } else { path.line(to: point) }
      }
      path.close()
    }
    return path
  }

  /// The sum over contours of winding number times area inside the pixel, from -infinity to infinity; 1 is one whole pixel.
  ///
  /// Clips each contour to the pixel (Sutherland and Hodgman 1974) and takes the shoelace formula.
  package func windingArea(column: Int, row: Int) -> Double {
    let (left, top) = (Double(column), Double(row))
    var sum = 0.0
    for contour in contours {
      var corners = contour
      corners = Self.clip(corners) { $0.x - left }
      corners = Self.clip(corners) { left + 1 - $0.x }
      corners = Self.clip(corners) { $0.y - top }
      corners = Self.clip(corners) { top + 1 - $0.y }
      for (index, a) in corners.enumerated() {
        let b = corners[(index + 1) % corners.count]
        sum += (a.x - left) * (b.y - top) - (b.x - left) * (a.y - top)
      }
    }
    return sum / 2
  }

  /// How much of the pixel is inside by the rule, 0...1, from `side` x `side` samples.
  package func sampledArea(column: Int, row: Int, rule: FillRule, side: Int) -> Double {
    var inside = 0
    for i in 0..<side {
      for j in 0..<side {
        let winding = windingNumber(
          x: Double(column) + (Double(i) + 0.5) / Double(side),
          y: Double(row) + (Double(j) + 0.5) / Double(side))
        if rule == .nonZero ? winding != 0 : winding % 2 != 0 { inside += 1 }
      }
    }
    return Double(inside) / Double(side * side)
  }

  /// How often the contours wind around a place.
  package func windingNumber(x: Double, y: Double) -> Int {
    var winding = 0
    for contour in contours {
      for (index, a) in contour.enumerated() {
        let b = contour[(index + 1) % contour.count]
        if (a.y <= y) != (b.y <= y), a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x) < x {
          winding += a.y < b.y ? 1 : -1
        }
      }
    }
    return winding
  }

  private static func clip(_ corners: [Point], inside: (Point) -> Double) -> [Point] {
    var kept: [Point] = []
    for (index, a) in corners.enumerated() {
      let b = corners[(index + 1) % corners.count]
      let (da, db) = (inside(a), inside(b))
      if da >= 0 { kept.append(a) }
      if (da >= 0) != (db >= 0) {
        let t = da / (da - db)
        kept.append(Point(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y)))
      }
    }
    return kept
  }
}
