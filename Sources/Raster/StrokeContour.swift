/// One contour to stroke: points no two neighbours of which are equal, and the segments between them.
///
/// Segment `i` runs from point `i` to the next; a closed contour's last runs back to point 0.
struct StrokeContour: Sendable {
  var points: [SubpixelPoint] = []
  /// Whether the line passes the point without a corner, being within a curve.
  var isSmooth: [Bool] = []
  /// Unit vectors to the left of each segment, seen along it with y up: (dy, -dx) / length.
  var normals: [SIMD2<Double>] = []
  /// Segments' lengths in subpixels.
  var lengths: [Double] = []
  var isClosed = false

  mutating func removeAll() {
    points.removeAll(keepingCapacity: true)
    isSmooth.removeAll(keepingCapacity: true)
    normals.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    isClosed = false
  }

  /// Adds a point and, unless it is the first, the segment to it; a point equal to the last is left out.
  @inline(__always) mutating func add(_ point: SubpixelPoint, smooth: Bool) {
    if let last = points.last {
      if last == point { return }
      addSegment(from: last, to: point)
    }
    points.append(point)
    isSmooth.append(smooth)
  }

  /// Adds a point at the end of a segment that has the direction of another contour's.
  mutating func add(_ point: SubpixelPoint, smooth: Bool, normal: SIMD2<Double>, length: Double) {
    normals.append(normal)
    lengths.append(length)
    points.append(point)
    isSmooth.append(smooth)
  }

  /// Joins the last point to the first.
  mutating func close() {
    if points.count > 1, points.first == points.last {
      points.removeLast()
      isSmooth.removeLast()
    } else if points.count > 1 {
      addSegment(from: points[points.count - 1], to: points[0])
    }
    isClosed = true
  }

  @inline(__always) private mutating func addSegment(from: SubpixelPoint, to: SubpixelPoint) {
    let dx = Double(to.x &- from.x)
    let dy = Double(to.y &- from.y)
    let length = (dx * dx + dy * dy).squareRoot()
    let scale = 1 / length
    normals.append(SIMD2(dy * scale, -(dx * scale)))
    lengths.append(length)
  }
}
