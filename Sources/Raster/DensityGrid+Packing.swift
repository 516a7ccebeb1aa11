extension DensityGrid {
  /// Sets all cells to 0, as if nothing had been added.
  package mutating func clear() {
    cells.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    carries.removeAll(keepingCapacity: true)
  }

  /// Sets the cells of a row to 0.
  package mutating func clear(row: Int) {
    let first = row * width
    cells.withUnsafeMutableBufferPointer { cells in
      for index in first..<first + width { cells[index] = 0 }
    }
    if !carries.isEmpty {
      for index in carries.keys.filter({ $0 / width == row }) { carries[index] = nil }
    }
  }

  /// Packs the cells of a square, which begins at a column and row.
  package func pack(column: Int, row: Int, side: Int, into packed: inout PackedCells) {
    packed.reset()
    if carries.isEmpty {
      cells.withUnsafeBufferPointer { cells in
        for line in 0..<side {
          let first = (row + line) * width + column
          packed.addRow(line, UnsafeBufferPointer(rebasing: cells[first..<first + side]))
        }
      }
    } else {
      withRows(row..<row + side) { line, cells in
        packed.addRow(line - row, UnsafeBufferPointer(rebasing: cells[column..<column + side]))
      }
    }
  }

  /// Adds a packed square whose north-west corner lies at a column and row, and may lie outside; what is outside is
  /// left out.
  package mutating func add(_ packed: UnsafeBufferPointer<UInt8>, side: Int, column: Int, row: Int) {
    let (width, height) = (width, height)
    var carried: [(Int, UInt64)] = []
    cells.withUnsafeMutableBufferPointer { cells in
      PackedCells.forEach(in: packed) { place, count in
        let (x, y) = (column + place % side, row + place / side)
        guard x >= 0, x < width, y >= 0, y < height else { return }
        let index = y * width + x
        let (sum, overflow) = cells[index].addingReportingOverflow(UInt32(truncatingIfNeeded: count))
        cells[index] = sum
        let carry = count >> 32 + (overflow ? 1 : 0)
        if carry > 0 { carried.append((index, carry)) }
      }
    }
    for (index, carry) in carried { carries[index, default: 0] += carry }
  }
}
