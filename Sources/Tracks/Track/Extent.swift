import Geography

/// The smallest box around places, over the antimeridian where that is smaller.
package struct Extent: Sendable {
  private var south = Int32.max
  private var north = Int32.min
  /// Least and greatest longitude met in each tenth of a degree.
  private var west = [Int32](repeating: .max, count: 3601)
  private var east = [Int32](repeating: .min, count: 3601)

  package init() {}

  /// Takes a fix in.
  @inline(__always)
  package mutating func add(_ fix: Fix) {
    if fix.latitudeE7 < south { south = fix.latitudeE7 }
    if fix.latitudeE7 > north { north = fix.latitudeE7 }
    let bin = Int(UInt32(truncatingIfNeeded: Int64(fix.longitudeE7) &+ 1_800_000_000) / 1_000_000)
    if fix.longitudeE7 < west[bin] { west[bin] = fix.longitudeE7 }
    if fix.longitudeE7 > east[bin] { east[bin] = fix.longitudeE7 }
  }

  /// Takes another extent's places in.
  package mutating func add(_ other: Extent) {
    south = min(south, other.south)
    north = max(north, other.north)
    for bin in west.indices {
      west[bin] = min(west[bin], other.west[bin])
      east[bin] = max(east[bin], other.east[bin])
    }
  }

  /// The box: it leaves out the widest stretch of longitudes where nothing is. Nil without any place.
  package var boundingBox: BoundingBox? {
    let occupied = west.indices.filter { west[$0] != .max }
    guard let first = occupied.first, let last = occupied.last else { return nil }
    var start = first
    var end = last
    var widest = Int64(west[first]) + 3_600_000_000 - Int64(east[last])
    for (left, right) in zip(occupied, occupied.dropFirst()) {
      let empty = Int64(west[right]) - Int64(east[left])
      if empty > widest { (widest, start, end) = (empty, right, left) }
    }
    return BoundingBox(
      west: Double(west[start]) / 1e7, south: Double(south) / 1e7, east: Double(east[end]) / 1e7,
      north: Double(north) / 1e7)
  }
}
