import Raster

extension TrackWindow {
  /// Along the axis on which a gap is longer, a dash begins at every second multiple of its length in the grid.
  ///
  /// Counted from each gap's start, the dashes of many gaps between two harbours would fill each other's spaces until the
  /// line was solid, which says that somebody saw the ships. Counted by the grid they fall together, in every window too.
  /// Where the world is no multiple of such a pair wide, a gap's dashes begin elsewhere in its next copy, but still
  /// together with those around them.
  private var period: Int64 { 2 * dash }

  /// Adds the dashes between two places of the grid that may reach into the window, each as a line of its own.
  ///
  /// The ends of a dash follow from the two places and its number alone; the time does not depend on the gap's length.
  func addDashes(from one: SIMD2<Int64>, to other: SIMD2<Int64>, into path: inout Path) {
    let span = other &- one
    let isSteep = abs(span.y) > abs(span.x)
    let axis = isSteep ? 1 : 0
    // The same dashes on the way back.
    let (start, end) = one[axis] <= other[axis] ? (one, other) : (other, one)
    let way = end &- start
    guard way[axis] > 0 else { return }
    let slope = Double(way[1 - axis]) / Double(way[axis])
    let (along, across) = isSteep ? (rows, columns) : (columns, rows)
    var from = max(start[axis], along.lowerBound)
    var to = min(end[axis], along.upperBound)
    if way[1 - axis] == 0 {
      guard across.contains(start[1 - axis]) else { return }
    } else {
      // Which dashes are looked at; nothing is drawn from these numbers.
      let meets = [across.lowerBound, across.upperBound].map { Double($0 - start[1 - axis]) / slope }
      from = max(from, Self.bounded(Double(start[axis]) + min(meets[0], meets[1])) - period)
      to = min(to, Self.bounded(Double(start[axis]) + max(meets[0], meets[1])) + period)
    }
    guard from <= to else { return }
    func place(_ position: Int64) -> SIMD2<Int64> {
      let aside = start[1 - axis] + Self.nearest(slope * Double(position - start[axis]))
      return isSteep ? SIMD2(aside, position) : SIMD2(position, aside)
    }
    var number = number(of: from)
    while number * period <= to {
      let first = max(number * period, start[axis])
      let last = min(number * period + dash, end[axis])
      if first < last {
        path.move(to: point(place(first)))
        path.line(to: point(place(last)))
      }
      number += 1
    }
  }

  /// The number of the period that holds a position.
  private func number(of position: Int64) -> Int64 {
    position >= 0 ? position / period : -((period - 1 - position) / period)
  }

  private static func bounded(_ value: Double) -> Int64 { Int64(min(max(value, -0x1p58), 0x1p58)) }
}
