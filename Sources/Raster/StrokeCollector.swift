/// Gathers a path's contours one by one and strokes each.
struct StrokeCollector<Output: StrokeSink>: ContourSink {
  let stroker: Stroker
  let neighbourhood: StrokeNeighbourhood?
  var output: Output
  var contour = StrokeContour()

  init(stroker: Stroker, neighbourhood: StrokeNeighbourhood?, output: Output) {
    self.stroker = stroker
    self.neighbourhood = neighbourhood
    self.output = output
  }

  mutating func begin(_ point: SubpixelPoint) {
    contour.removeAll()
    contour.add(point, smooth: false)
  }

  @inline(__always) mutating func line(to point: SubpixelPoint, smooth: Bool) {
    contour.add(point, smooth: smooth)
  }

  mutating func end(closed: Bool) {
    if closed { contour.close() }
    stroker.stroke(contour, near: neighbourhood, into: &output)
  }

  func needsNoDetail(minX: Int, minY: Int, maxX: Int, maxY: Int) -> Bool { false }
}
