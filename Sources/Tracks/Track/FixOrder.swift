import Platform

/// Puts one vessel's fixes in order and settles which of several at one instant counts.
enum FixOrder {
  /// Sorts fixes by `Fix.precedes`, and the rows they came from with them (equal fixes by row); true where they were
  /// in order already.
  static func sort(_ fixes: inout [Fix], rows: inout [UInt64]) -> Bool {
    let isSorted = fixes.withUnsafeBufferPointer { fixes in
      var index = 1
      while index < fixes.count {
        if Fix.precedes(fixes[index], fixes[index - 1]) { return false }
        index += 1
      }
      return true
    }
    guard !rows.isEmpty else {
      if !isSorted { fixes.sort(by: Fix.precedes) }
      return isSorted
    }
    let order = fixes.indices.sorted { a, b in
      if Fix.precedes(fixes[a], fixes[b]) { return true }
      return Fix.precedes(fixes[b], fixes[a]) ? false : rows[a] < rows[b]
    }
    fixes = order.map { fixes[$0] }
    rows = order.map { rows[$0] }
    return false
  }

  /// Keeps one fix for each instant of a sorted track.
  ///
  /// Of several at the same place the first in order is kept. Of several places the one nearest to the fix before is
  /// kept, without a fix before the first in order: a choice that does not depend on the order of the input.
  /// `dropped` is told each fix not kept and its row, where rows are named.
  static func settle(_ fixes: inout [Fix], rows: inout [UInt64], dropped: (UInt64, Fix) -> Void) {
    let namesRows = !rows.isEmpty
    let kept = fixes.withUnsafeMutableBufferPointer { fixes in
      rows.withUnsafeMutableBufferPointer { rows in
        var kept = 0
        var index = 0
        while index < fixes.count {
          let instant = fixes[index].stamp >> 22
          var end = index + 1
          while end < fixes.count, fixes[end].stamp >> 22 == instant { end += 1 }
          let chosen =
            end == index + 1 || kept == 0
            ? index : nearest(UnsafeBufferPointer(fixes), in: index..<end, to: fixes[kept - 1])
          if namesRows {
            for other in index..<end where other != chosen { dropped(rows[other], fixes[other]) }
          }
          if chosen != kept {
            fixes[kept] = fixes[chosen]
            if namesRows { rows[kept] = rows[chosen] }
          }
          kept += 1
          index = end
        }
        return kept
      }
    }
    fixes.removeLast(fixes.count - kept)
    if namesRows { rows.removeLast(rows.count - kept) }
  }

  /// Keeps of a sorted row of fixes one for each instant and place, the first in order; `dropped` is told each
  /// other and its row, where rows are named.
  static func dropRepeats(_ fixes: inout [Fix], rows: inout [UInt64], dropped: (UInt64, Fix) -> Void) {
    var kept = 0
    for index in fixes.indices {
      if kept > 0, fixes[index].milliseconds == fixes[kept - 1].milliseconds,
        fixes[index].place == fixes[kept - 1].place
      {
        if !rows.isEmpty { dropped(rows[index], fixes[index]) }
        continue
      }
      fixes[kept] = fixes[index]
      if !rows.isEmpty { rows[kept] = rows[index] }
      kept += 1
    }
    fixes.removeLast(fixes.count - kept)
    if !rows.isEmpty { rows.removeLast(rows.count - kept) }
  }

  private static func nearest(_ fixes: UnsafeBufferPointer<Fix>, in range: Range<Int>, to before: Fix) -> Int {
    var chosen = range.lowerBound
    for candidate in range.dropFirst()
    where squaredDistance(before, fixes[candidate]) < squaredDistance(before, fixes[chosen]) {
      chosen = candidate
    }
    return chosen
  }

  /// Squared distance in units that only serve to compare: the plane through the first place, the short way round.
  private static func squaredDistance(_ a: Fix, _ b: Fix) -> Double {
    var east = Double(b.longitudeE7) - Double(a.longitudeE7)
    if east > 1.8e9 { east -= 3.6e9 } else if east < -1.8e9 { east += 3.6e9 }
    let north = Double(b.latitudeE7) - Double(a.latitudeE7)
    let shrink = cos(a.latitude * (.pi / 180))
    return north * north + east * east * shrink * shrink
  }
}
