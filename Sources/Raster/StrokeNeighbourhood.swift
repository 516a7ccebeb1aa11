/// Where a line must pass for its stroke to touch a region of pixels.
struct StrokeNeighbourhood {
  let minX: Int
  let minY: Int
  let maxX: Int
  let maxY: Int

  /// The region's pixels and all around them within reach.
  init(of region: PixelRect, reachInPixels: Double) {
    let reach = SubpixelPoint.quantise(reachInPixels + 1)
    minX = region.x << SubpixelPoint.bits - reach
    minY = region.y << SubpixelPoint.bits - reach
    maxX = region.maxX << SubpixelPoint.bits + reach
    maxY = region.maxY << SubpixelPoint.bits + reach
  }

  /// Whether the box around a segment meets the neighbourhood.
  @inline(__always) func contains(_ a: SubpixelPoint, _ b: SubpixelPoint) -> Bool {
    !((a.x < minX && b.x < minX) || (a.x > maxX && b.x > maxX) || (a.y < minY && b.y < minY)
      || (a.y > maxY && b.y > maxY))
  }

  /// Whether the segment, its predecessor or its successor is near: corners at a near segment's ends are drawn whole.
  func keeps(_ segment: Int, of contour: StrokeContour) -> Bool {
    isNear(segment, contour) || isNear(segment - 1, contour) || isNear(segment + 1, contour)
  }

  private func isNear(_ segment: Int, _ contour: StrokeContour) -> Bool {
    let count = contour.lengths.count
    if !contour.isClosed && (segment < 0 || segment >= count) { return false }
    let index = segment < 0 ? segment + count : (segment >= count ? segment - count : segment)
    let next = index + 1 == contour.points.count ? 0 : index + 1
    return contains(contour.points[index], contour.points[next])
  }

  /// The part of a segment, in subpixels along it, that may be near; its end alone where none is.
  ///
  /// It only says which dashes to leave out: nothing is drawn from these numbers (Liang and Barsky 1984).
  func visible(from a: SubpixelPoint, to b: SubpixelPoint, length: Double) -> ClosedRange<Double> {
    var low = 0.0
    var high = 1.0
    func clip(_ start: Int, _ end: Int, _ lower: Int, _ upper: Int) {
      if start == end { return }
      let first = Double(lower - start) / Double(end - start)
      let second = Double(upper - start) / Double(end - start)
      low = max(low, min(first, second))
      high = min(high, max(first, second))
    }
    clip(a.x, b.x, minX, maxX)
    clip(a.y, b.y, minY, maxY)
    if low > high || !contains(a, b) { return length...length }
    let slack = Double(SubpixelPoint.one)
    return max(0, low * length - slack)...min(length, high * length + slack)
  }

  /// Calls back for each longest run of kept segments, with its first segment and how many follow on.
  ///
  /// A run may pass a closed contour's seam; a closed contour kept whole is one run of all its segments.
  func runs(of contour: StrokeContour, body: (_ first: Int, _ count: Int) -> Void) {
    let count = contour.lengths.count
    var start = 0
    if contour.isClosed {
      while start < count && keeps(start, of: contour) { start += 1 }
      if start == count {
        body(0, count)
        return
      }
    }
    var length = 0
    for step in 0..<count {
      let segment = start + step < count ? start + step : start + step - count
      if keeps(segment, of: contour) {
        length += 1
      } else if length > 0 {
        body(segment - length < 0 ? segment - length + count : segment - length, length)
        length = 0
      }
    }
    if length > 0 {
      let end = contour.isClosed ? start : count
      body(end - length < 0 ? end - length + count : end - length, length)
    }
  }
}
