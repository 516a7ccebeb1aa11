/// A square of exact counts, row-major, row 0 north: what pyramids are added up in.
package struct CellSquare: Sendable {
  /// Columns and rows.
  package let side: Int
  private var cells: [UInt64]

  /// An empty square of an even number of columns.
  package init(side: Int) {
    self.side = side
    cells = [UInt64](repeating: 0, count: side * side)
  }

  /// A square grid's cells added two by two.
  package init(halving grid: DensityGrid) {
    precondition(grid.width == grid.height && grid.width % 2 == 0, "only an even square can be halved")
    self.init(side: grid.width / 2)
    let side = side
    cells.withUnsafeMutableBufferPointer { cells in
      grid.cells.withUnsafeBufferPointer { counts in
        for row in 0..<grid.height {
          let (from, to) = (row * grid.width, (row >> 1) * side)
          for column in 0..<side {
            cells[to &+ column] &+= UInt64(counts[from &+ 2 &* column]) &+ UInt64(counts[from &+ 2 &* column &+ 1])
          }
        }
      }
      for (index, carry) in grid.carries {
        cells[index / grid.width / 2 * side + index % grid.width / 2] += carry << 32
      }
    }
  }

  /// Cells added two by two.
  package func halved() -> CellSquare {
    var half = CellSquare(side: side / 2)
    cells.withUnsafeBufferPointer { cells in
      half.cells.withUnsafeMutableBufferPointer { sums in
        for row in 0..<side {
          let (from, to) = (row * side, (row >> 1) * (side / 2))
          for column in 0..<side / 2 {
            sums[to &+ column] &+= cells[from &+ 2 &* column] &+ cells[from &+ 2 &* column &+ 1]
          }
        }
      }
    }
    return half
  }

  /// Sets all cells to 0.
  package mutating func clear() {
    cells.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  /// Adds a packed square of the same side, two by two, into one of the four quarters (0 west or north, 1 east or south).
  package mutating func addHalved(_ packed: UnsafeBufferPointer<UInt8>, quarterX: Int, quarterY: Int) {
    let side = side
    let corner = quarterY * side / 2 * side + quarterX * side / 2
    let shift = side.trailingZeroBitCount
    precondition(side == 1 << shift, "a packed square's side is a power of two")
    cells.withUnsafeMutableBufferPointer { cells in
      PackedCells.forEach(in: packed) { place, count in
        cells[corner &+ (place &>> (shift &+ 1)) &<< shift &+ (place & (side &- 1)) &>> 1] &+= count
      }
    }
  }

  /// Packs the cells of a smaller square, which begins at a column and row.
  package func pack(column: Int, row: Int, side smaller: Int, into packed: inout PackedCells) {
    packed.reset()
    cells.withUnsafeBufferPointer { cells in
      for line in 0..<smaller {
        let first = (row + line) * side + column
        packed.addRow(line, UnsafeBufferPointer(rebasing: cells[first..<first + smaller]))
      }
    }
  }
}
