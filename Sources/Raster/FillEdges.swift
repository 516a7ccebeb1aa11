/// A path's contours as edges of a filled region, each contour closed.
struct FillEdges<Edges: EdgeSink>: ContourSink {
  var edges: Edges
  private var first = SubpixelPoint(x: 0, y: 0)
  private var last = SubpixelPoint(x: 0, y: 0)

  init(_ edges: Edges) {
    self.edges = edges
  }

  @inline(__always) mutating func begin(_ point: SubpixelPoint) {
    first = point
    last = point
  }

  @inline(__always) mutating func line(to point: SubpixelPoint, smooth: Bool) {
    edges.edge(last, point)
    last = point
  }

  @inline(__always) mutating func end(closed: Bool) {
    edges.edge(last, first)
  }

  @inline(__always) func needsNoDetail(minX: Int, minY: Int, maxX: Int, maxY: Int) -> Bool {
    edges.needsNoDetail(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
  }
}
