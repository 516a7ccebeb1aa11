/// Finds what lies in a stretch of longitudes: a list for each 1024th of the world, whose columns wrap round.
struct EventIndex: Sendable {
  private static let columnCount: Int64 = 1024
  private static let shift: Int64 = 22

  private var columns = [[UInt32]](repeating: [], count: Int(columnCount))
  private var count = 0

  /// Enters places under their numbers.
  init(_ places: [EventPlace]) {
    for place in places {
      let first = min(place.x, place.endX) >> Self.shift
      let last = max(place.x, place.endX) >> Self.shift
      for column in first...last { columns[Int(column & (Self.columnCount - 1))].append(UInt32(count)) }
      count += 1
    }
  }

  /// The numbers of all places that may lie between two world x, both inclusive and perhaps outside the world; each once
  /// and rising.
  func numbers(from west: Int64, to east: Int64) -> [Int] {
    let (first, last) = (west >> Self.shift, east >> Self.shift)
    guard last - first + 1 < Self.columnCount else { return Array(0..<count) }
    var found: [UInt32] = []
    for column in first...max(first, last) { found += columns[Int(column & (Self.columnCount - 1))] }
    found.sort()
    var numbers: [Int] = []
    for number in found where numbers.last != Int(number) { numbers.append(Int(number)) }
    return numbers
  }
}
