/// What receives a path's contours as straight lines on the subpixel grid.
protocol ContourSink {
  /// A contour begins here.
  mutating func begin(_ point: SubpixelPoint)

  /// A line from the point before; `smooth` where the point lies within a curve, so that no corner is meant.
  mutating func line(to point: SubpixelPoint, smooth: Bool)

  /// The contour ends; `closed` where the path said so.
  mutating func end(closed: Bool)

  /// Whether a curve inside this box (subpixels) may be replaced by a straight line between its ends.
  func needsNoDetail(minX: Int, minY: Int, maxX: Int, maxY: Int) -> Bool
}
