/// What receives the edges of a filled region, in any order.
protocol EdgeSink {
  /// The pixels whose coverage is wanted.
  var region: PixelRect { get }

  /// Adds one edge; the region is covered to the right of edges that go down and not of those that go up.
  mutating func edge(_ from: SubpixelPoint, _ to: SubpixelPoint)
}

extension EdgeSink {
  /// Whether an outline inside this box (subpixels) may be replaced by a straight line between its ends.
  @inline(__always) func needsNoDetail(minX: Int, minY: Int, maxX: Int, maxY: Int) -> Bool {
    let bits = SubpixelPoint.bits
    return maxY <= region.y << bits || minY >= region.maxY << bits || minX >= region.maxX << bits
      || maxX <= region.x << bits
  }
}
