/// A stroke's sides as edges of a filled region: the left one forwards, the right one backwards.
struct StrokeEdges<Edges: EdgeSink>: StrokeSink {
  var edges: Edges
  private var firstLeft = SubpixelPoint(x: 0, y: 0)
  private var firstRight = SubpixelPoint(x: 0, y: 0)
  private var lastLeft = SubpixelPoint(x: 0, y: 0)
  private var lastRight = SubpixelPoint(x: 0, y: 0)

  init(_ edges: Edges) {
    self.edges = edges
  }

  @inline(__always) mutating func beginLeft(_ point: SubpixelPoint) {
    firstLeft = point
    lastLeft = point
  }

  @inline(__always) mutating func beginRight(_ point: SubpixelPoint) {
    firstRight = point
    lastRight = point
  }

  @inline(__always) mutating func left(_ point: SubpixelPoint) {
    edges.edge(lastLeft, point)
    lastLeft = point
  }

  @inline(__always) mutating func right(_ point: SubpixelPoint) {
    edges.edge(point, lastRight)
    lastRight = point
  }

  mutating func end(isRing: Bool) {
    edges.edge(lastLeft, isRing ? firstLeft : lastRight)
    edges.edge(firstRight, isRing ? lastRight : firstLeft)
  }
}
