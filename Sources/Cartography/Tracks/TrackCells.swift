import Geography

/// Finds the pieces that pass through squares of the world.
///
/// The squares are 256 to 512 pixels wide (on a tile pyramid's grid exactly 256), up to 2^15 of them across the world,
/// whose columns wrap round. An entry is a number: row, column, piece; the table is sorted.
struct TrackCells: Sendable {
  /// A square is 2^shift world units wide.
  let shift: Int64
  private let columnBits: Int64
  private var entries: [UInt64] = []

  /// A table without pieces.
  init(grid: PixelGrid) {
    var bits: Int64 = 0
    while bits < 15, grid.worldWidthInPixels >= Double(512 << bits) { bits += 1 }
    columnBits = bits
    shift = 32 - bits
  }

  /// Squares across the world.
  var columns: Int64 { 1 << columnBits }

  /// Adds pieces by their number.
  mutating func add(_ pieces: TrackPieces, numbers: Range<Int>) {
    for number in numbers {
      var before = UInt64.max
      pieces.forEachSquare(of: pieces.pieces[number], shift: shift, reach: 0) { row, range in
        for column in range.prefix(Int(columns)) {
          let entry = key(row: row, column: column & (columns - 1)) << 32 | UInt64(number)
          if entry != before { entries.append(entry) }
          before = entry
        }
      }
    }
  }

  /// Takes in another table's entries; `sort` makes them findable.
  mutating func append(_ other: TrackCells) { entries.append(contentsOf: other.entries) }

  /// Puts the entries in order.
  mutating func sort() { entries.sort() }

  /// The numbers of the pieces in rows and columns of squares, columns unwrapped, each once and rising.
  func pieces(rows: ClosedRange<Int64>, columns wanted: ClosedRange<Int64>) -> [UInt32] {
    var found: [UInt32] = []
    let first = wanted.lowerBound & (columns - 1)
    let last = first + (wanted.upperBound - wanted.lowerBound)
    let ranges: [ClosedRange<Int64>]
    if last - first + 1 >= columns {
      ranges = [0...(columns - 1)]
    } else if last < columns {
      ranges = [first...last]
    } else {
      ranges = [first...(columns - 1), 0...(last - columns)]
    }
    let allRows = rows.clamped(to: -columns...(2 * columns))
    for row in allRows {
      for range in ranges {
        var place = firstEntry(from: key(row: row, column: range.lowerBound) << 32)
        let end = (key(row: row, column: range.upperBound) + 1) << 32
        while place < entries.count, entries[place] < end {
          found.append(UInt32(truncatingIfNeeded: entries[place]))
          place += 1
        }
      }
    }
    found.sort()
    var count = 0
    for number in found where count == 0 || found[count - 1] != number {
      found[count] = number
      count += 1
    }
    found.removeLast(found.count - count)
    return found
  }

  /// Rows begin one world north of the square world.
  private func key(row: Int64, column: Int64) -> UInt64 {
    UInt64(row + columns) << UInt64(columnBits) | UInt64(column)
  }

  private func firstEntry(from bound: UInt64) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
