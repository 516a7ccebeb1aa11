/// Walks a path's contours on the subpixel grid, with curves cut into straight lines.
///
/// A curve is computed from differences between its quantised points, and from its lexicographically lower
/// end, so that its lines are the same at any whole-pixel offset and in either direction. Points that are not
/// finite are left out; a curve with such a control point becomes a straight line.
struct ContourFlattener<Sink: ContourSink> {
  /// A curve's lines leave it by at most this much.
  static var toleranceInPixels: Double { 1.0 / 64 }

  private var start: SubpixelPoint?
  private var current = SubpixelPoint(x: 0, y: 0)
  private var isOpen = false

  /// Hands all contours of `path` to the sink.
  static func walk(_ path: Path, into sink: inout Sink) {
    var flattener = ContourFlattener()
    path.verbs.withUnsafeBufferPointer { verbs in
      path.points.withUnsafeBufferPointer { points in
        flattener.walk(verbs, points, into: &sink)
      }
    }
  }

  private mutating func walk(
    _ verbs: UnsafeBufferPointer<Path.Verb>, _ points: UnsafeBufferPointer<Point>, into sink: inout Sink
  ) {
    var next = 0
    for verb in verbs {
      switch verb {
      case .move:
        finish(closed: false, into: &sink)
        start = nil
        if let point = SubpixelPoint(points[next]) {
          start = point
          current = point
        }
        next &+= 1
      case .line:
        if let end = SubpixelPoint(points[next]), open(at: end, into: &sink) {
          sink.line(to: end, smooth: false)
          current = end
        }
        next &+= 1
      case .quad:
        if let end = SubpixelPoint(points[next &+ 1]), open(at: end, into: &sink) {
          if let control = SubpixelPoint(points[next]) { quad(control, end, into: &sink) }
          sink.line(to: end, smooth: false)
          current = end
        }
        next &+= 2
      case .cubic:
        if let end = SubpixelPoint(points[next &+ 2]), open(at: end, into: &sink) {
          if let control1 = SubpixelPoint(points[next]), let control2 = SubpixelPoint(points[next &+ 1]) {
            cubic(control1, control2, end, into: &sink)
          }
          sink.line(to: end, smooth: false)
          current = end
        }
        next &+= 3
      case .close:
        if let start {
          if !isOpen { sink.begin(start) }
          isOpen = true
          current = start
        }
        finish(closed: true, into: &sink)
      }
    }
    finish(closed: false, into: &sink)
  }

  /// Begins the contour if need be; false where there was no point to begin it at but `end` itself.
  @inline(__always) private mutating func open(at end: SubpixelPoint, into sink: inout Sink) -> Bool {
    if isOpen { return true }
    guard let start else {
      start = end
      current = end
      return false
    }
    sink.begin(start)
    isOpen = true
    return true
  }

  private mutating func finish(closed: Bool, into sink: inout Sink) {
    if isOpen { sink.end(closed: closed) }
    isOpen = false
  }

  private func quad(_ control: SubpixelPoint, _ end: SubpixelPoint, into sink: inout Sink) {
    let isForward = Self.precedes(current, end)
    let from = isForward ? current : end
    let to = isForward ? end : current
    if sink.needsNoDetail(
      minX: min(from.x, to.x, control.x), minY: min(from.y, to.y, control.y),
      maxX: max(from.x, to.x, control.x), maxY: max(from.y, to.y, control.y))
    {
      return
    }
    let count = Self.lineCount(bend: Self.bend(from, control, to), factor: 0.25)
    let (controlX, controlY) = (Double(control.x &- from.x), Double(control.y &- from.y))
    let (endX, endY) = (Double(to.x &- from.x), Double(to.y &- from.y))
    for step in 1..<count {
      let t = Double(isForward ? step : count - step) / Double(count)
      let (a, b) = (2 * t * (1 - t), t * t)
      let point = SubpixelPoint(
        x: from.x &+ SubpixelPoint.nearest(a * controlX + b * endX),
        y: from.y &+ SubpixelPoint.nearest(a * controlY + b * endY))
      sink.line(to: point, smooth: true)
    }
  }

  private func cubic(
    _ control1: SubpixelPoint, _ control2: SubpixelPoint, _ end: SubpixelPoint, into sink: inout Sink
  ) {
    let isForward = current == end ? Self.precedes(control1, control2) : Self.precedes(current, end)
    let (from, to) = isForward ? (current, end) : (end, current)
    let (first, second) = isForward ? (control1, control2) : (control2, control1)
    if sink.needsNoDetail(
      minX: min(from.x, to.x, first.x, second.x), minY: min(from.y, to.y, first.y, second.y),
      maxX: max(from.x, to.x, first.x, second.x), maxY: max(from.y, to.y, first.y, second.y))
    {
      return
    }
    let bend = max(Self.bend(from, first, second), Self.bend(first, second, to))
    let count = Self.lineCount(bend: bend, factor: 0.75)
    let (firstX, firstY) = (Double(first.x &- from.x), Double(first.y &- from.y))
    let (secondX, secondY) = (Double(second.x &- from.x), Double(second.y &- from.y))
    let (endX, endY) = (Double(to.x &- from.x), Double(to.y &- from.y))
    for step in 1..<count {
      let t = Double(isForward ? step : count - step) / Double(count)
      let s = 1 - t
      let (a, b, c) = (3 * s * s * t, 3 * s * t * t, t * t * t)
      let point = SubpixelPoint(
        x: from.x &+ SubpixelPoint.nearest(a * firstX + b * secondX + c * endX),
        y: from.y &+ SubpixelPoint.nearest(a * firstY + b * secondY + c * endY))
      sink.line(to: point, smooth: true)
    }
  }

  private static func precedes(_ a: SubpixelPoint, _ b: SubpixelPoint) -> Bool {
    a.y != b.y ? a.y < b.y : a.x <= b.x
  }

  /// Length of the second difference of three control points, in pixels.
  private static func bend(_ a: SubpixelPoint, _ b: SubpixelPoint, _ c: SubpixelPoint) -> Double {
    let x = Double(a.x &- 2 &* b.x &+ c.x)
    let y = Double(a.y &- 2 &* b.y &+ c.y)
    return (x * x + y * y).squareRoot() / Double(SubpixelPoint.one)
  }

  /// Wang's formula: lines for a curve of degree d are sqrt(d (d - 1) / 8 x bend / tolerance).
  private static func lineCount(bend: Double, factor: Double) -> Int {
    Int((factor * bend / toleranceInPixels).squareRoot()) + 1
  }
}
