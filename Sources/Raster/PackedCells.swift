/// The cells of a square that are not 0, packed into bytes: sparse ones take little, and none is rounded.
///
/// For each cell in the order of rows from the north: how many empty cells come before it, then its count, both as
/// LEB128 (seven bits to a byte, the least first, the high bit set where more follow).
package struct PackedCells: Sendable {
  /// The bytes; none where all cells are 0.
  package private(set) var bytes: [UInt8] = []
  /// The sum of the cells.
  package private(set) var total: UInt64 = 0
  /// Columns and rows of the cells that are not 0; nil without any.
  package private(set) var extent: (columns: ClosedRange<Int>, rows: ClosedRange<Int>)?

  private var skipped: UInt64 = 0

  /// A square without cells yet; add them in order.
  package init() {}

  /// Forgets all cells, but keeps the memory.
  package mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    total = 0
    extent = nil
    skipped = 0
  }

  /// Adds a whole row of the square.
  package mutating func addRow<Cell: FixedWidthInteger & UnsignedInteger>(
    _ row: Int, _ cells: UnsafeBufferPointer<Cell>
  ) {
    var column = 0
    var first: Int?
    var last = 0
    let count = cells.count
    let perWord = 8 / MemoryLayout<Cell>.stride
    guard let base = UnsafeRawPointer(cells.baseAddress) else { return }
    while column < count {
      // Most of the sea is empty: look at 32 bytes at once.
      if column &+ 4 &* perWord <= count,
        (base + column &* MemoryLayout<Cell>.stride).loadUnaligned(as: SIMD4<UInt64>.self) == SIMD4()
      {
        column &+= 4 &* perWord
        skipped &+= UInt64(4 &* perWord)
        continue
      }
      let end = min(column &+ 4 &* perWord, count)
      while column < end {
        let cell = cells[column]
        if cell == 0 {
          skipped &+= 1
        } else {
          append(skipped)
          append(UInt64(truncatingIfNeeded: cell))
          skipped = 0
          total &+= UInt64(truncatingIfNeeded: cell)
          if first == nil { first = column }
          last = column
        }
        column &+= 1
      }
    }
    guard let first else { return }
    if let before = extent {
      extent = (
        min(before.columns.lowerBound, first)...max(before.columns.upperBound, last), before.rows.lowerBound...row
      )
    } else {
      extent = (first...last, row...row)
    }
  }

  @inline(__always)
  private mutating func append(_ number: UInt64) {
    var rest = number
    while rest >= 128 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Calls `body` with each cell's place (row x side + column) and its count, in order.
  @inlinable
  package static func forEach(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ place: Int, _ count: UInt64) -> Void
  ) {
    guard var p = bytes.baseAddress else { return }
    let end = p + bytes.count
    var place = -1
    while p < end {
      place &+= 1 &+ Int(truncatingIfNeeded: number(&p))
      body(place, number(&p))
    }
  }

  @inlinable @inline(__always)
  static func number(_ p: inout UnsafePointer<UInt8>) -> UInt64 {
    var byte = p[0]
    p += 1
    var number = UInt64(byte & 127)
    var shift: UInt64 = 7
    while byte >= 128 {
      byte = p[0]
      p += 1
      number |= UInt64(byte & 127) &<< shift
      shift &+= 7
    }
    return number
  }
}
