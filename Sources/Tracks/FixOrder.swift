import Platform

/// Puts one vessel's fixes in order and settles which of several at one instant counts.
enum FixOrder {
  /// Sorts fixes by `Fix.precedes`, and the rows they came from with them (equal fixes by row).
  static func sort(_ fixes: UnsafeMutableBufferPointer<Fix>, rows: UnsafeMutableBufferPointer<UInt64>?) {
    var isSorted = true
    var index = 1
    while index < fixes.count {
      if Fix.precedes(fixes[index], fixes[index - 1]) {
        isSorted = false
        break
      }
      index += 1
    }
    guard let rows else {
      var unsorted = fixes
      if !isSorted { unsorted.sort(by: Fix.precedes) }
      return
    }
    let order = fixes.indices.sorted { a, b in
      if Fix.precedes(fixes[a], fixes[b]) { return true }
      return Fix.precedes(fixes[b], fixes[a]) ? false : rows[a] < rows[b]
    }
    let sortedFixes = order.map { fixes[$0] }
    let sortedRows = order.map { rows[$0] }
    for index in fixes.indices {
      fixes[index] = sortedFixes[index]
      rows[index] = sortedRows[index]
    }
  }

  /// Keeps one fix for each instant of a sorted track, moved together at the front; the count kept.
  ///
  /// Of several at the same place the first in order is kept. Of several places the one nearest to the fix before is
  /// kept, without a fix before the first in order: a choice that does not depend on the order of the input.
  /// `dropped` is told the row of each fix not kept.
  static func settle(
    _ fixes: UnsafeMutableBufferPointer<Fix>, rows: UnsafeMutableBufferPointer<UInt64>?,
    dropped: (UInt64) -> Void
  ) -> Int {
    var kept = 0
    var index = 0
    while index < fixes.count {
      let instant = fixes[index].stamp >> 22
      var end = index + 1
      while end < fixes.count, fixes[end].stamp >> 22 == instant { end += 1 }
      var chosen = index
      if end > index + 1 {
        if kept > 0 {
          let before = fixes[kept - 1]
          var nearest = squaredDistance(before, fixes[index])
          for candidate in index + 1..<end {
            let distance = squaredDistance(before, fixes[candidate])
            if distance < nearest { (nearest, chosen) = (distance, candidate) }
          }
        }
        if let rows {
          for other in index..<end where other != chosen { dropped(rows[other]) }
        }
      }
      if chosen != kept {
        fixes[kept] = fixes[chosen]
        if let rows { rows[kept] = rows[chosen] }
      }
      kept += 1
      index = end
    }
    return kept
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
