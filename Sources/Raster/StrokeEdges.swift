/// A stroke's sides as edges of a filled region: the left one forwards, the right one backwards.
struct StrokeEdges: StrokeSink {
  let cells: CoverageCells
  private var firstLeft = SubpixelPoint(x: 0, y: 0)
  private var firstRight = SubpixelPoint(x: 0, y: 0)
  private var lastLeft = SubpixelPoint(x: 0, y: 0)
  private var lastRight = SubpixelPoint(x: 0, y: 0)

  init(cells: CoverageCells) {
    self.cells = cells
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
    cells.edge(lastLeft, point)
    lastLeft = point
  }

  @inline(__always) mutating func right(_ point: SubpixelPoint) {
    cells.edge(point, lastRight)
    lastRight = point
  }

  mutating func end(isRing: Bool) {
    cells.edge(lastLeft, isRing ? firstLeft : lastRight)
    cells.edge(firstRight, isRing ? lastRight : firstLeft)
  }
}
