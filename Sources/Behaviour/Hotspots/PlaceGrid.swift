/// Points in cubes so small that all points of a cube are within reach of each other.
///
/// Cubes of space, not of the map: there are no poles and no antimeridian among them.
struct PlaceGrid {
  /// The numbers of the points, cube after cube, in a cube by number.
  private(set) var order: [Int] = []
  /// Where the points of each cube stand in `order`.
  private(set) var cells: [Range<Int>] = []
  private var keys: [UInt64] = []
  private var columns: [UInt64: Range<Int>] = [:]
  private static let bits: UInt64 = 21
  private static let middle = 1 << 20

  init(_ points: [SIMD3<Double>], reach: Reach) {
    // The diagonal is the chord within reach. At the smallest reach a cube is 11 m wide, and 21 bits number the earth's.
    let side = reach.nearChord / 3.0.squareRoot()
    let keyed = points.enumerated().map { number, point in
      let cube = (point / side).rounded(.down)
      let key = (0..<3).reduce(0 as UInt64) { $0 << Self.bits | UInt64(Int(cube[$1]) + Self.middle) }
      return (key: key, number: number)
    }
    for (place, point) in keyed.sorted(by: { ($0.key, $0.number) < ($1.key, $1.number) }).enumerated() {
      order.append(point.number)
      if keys.last == point.key {
        cells[cells.count - 1] = cells[cells.count - 1].lowerBound..<place + 1
      } else {
        let column = point.key >> Self.bits
        columns[column] = (columns[column]?.lowerBound ?? cells.count)..<cells.count + 1
        keys.append(point.key)
        cells.append(place..<place + 1)
      }
    }
  }

  /// The other cubes of which points may be within reach of points of this one, in ascending order.
  func neighbours(of cell: Int) -> [Int] {
    let key = keys[cell]
    let mask: UInt64 = 1 << Self.bits - 1
    let (x, y, z) = (key >> (2 * Self.bits), key >> Self.bits & mask, key & mask)
    var found: [Int] = []
    // No cube stands at the borders of the numbers, so two more or less stay within their bits.
    for column in (x - 2...x + 2).lazy.flatMap({ x in (y - 2...y + 2).lazy.map { x << Self.bits | $0 } }) {
      guard let range = columns[column] else { continue }
      let first = column << Self.bits | (z - 2)
      var (low, high) = (range.lowerBound, range.upperBound)
      while low < high {
        let half = (low + high) / 2
        if keys[half] < first { low = half + 1 } else { high = half }
      }
      while low < range.upperBound, keys[low] <= first + 4 {
        if low != cell { found.append(low) }
        low += 1
      }
    }
    return found
  }
}
