import Raster

/// A straight edge of a path.
struct Edge: Hashable {
  var from: Point
  var to: Point

  var length: Double {
    ((from.x - to.x) * (from.x - to.x) + (from.y - to.y) * (from.y - to.y)).squareRoot()
  }

  func moved(x: Double, y: Double) -> Edge {
    Edge(from: Point(x: from.x + x, y: from.y + y), to: Point(x: to.x + x, y: to.y + y))
  }

  /// Whether the edge's box meets a picture's.
  func touches(width: Double, height: Double) -> Bool {
    max(from.x, to.x) >= 0 && min(from.x, to.x) <= width && max(from.y, to.y) >= 0
      && min(from.y, to.y) <= height
  }
}

/// All edges of a path of straight lines, the closing ones included, in the order in which they are drawn.
func edges(of path: Path) -> [Edge] {
  var result: [Edge] = []
  var next = 0
  var (start, last) = (Point(x: 0, y: 0), Point(x: 0, y: 0))
  for verb in path.verbs {
    switch verb {
    case .move:
      (start, last) = (path.points[next], path.points[next])
      next += 1
    case .line:
      result.append(Edge(from: last, to: path.points[next]))
      last = path.points[next]
      next += 1
    case .close:
      result.append(Edge(from: last, to: start))
      last = start
    case .quad, .cubic:
      preconditionFailure("a basemap has no curves")
    }
  }
  return result
}

/// How often a path of closed contours goes round a place, clockwise on the picture (y down) counted positive.
func windingNumber(of path: Path, about place: Point) -> Int {
  var winding = 0
  for edge in edges(of: path) where (edge.from.y <= place.y) != (edge.to.y <= place.y) {
    let share = (place.y - edge.from.y) / (edge.to.y - edge.from.y)
    guard edge.from.x + share * (edge.to.x - edge.from.x) > place.x else { continue }
    winding += edge.to.y > edge.from.y ? 1 : -1
  }
  return winding
}
