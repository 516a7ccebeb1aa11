import Platform

/// A window of pixels that counts time, tracks, vessels or fixes in integers, row-major, row 0 north.
///
/// A pixel's count depends only on the tracks' coordinates in the grid, never on the window's place or size or on the
/// order of the vessels. Counts never overflow: 32 bits stand in a plane, and the few carries beyond it aside.
///
/// Pixels are half-open: one that begins at (x, y) covers x..<x+1 and y..<y+1. A leg touches the pixels that hold a
/// point of the closed segment between its two ends. Under `hours` a leg's duration T is cut where the leg of extent D
/// meets a border at distance a: floor(T a / D) milliseconds lie before it, exactly, so that the shares of all pixels
/// sum to T. The distances are taken from the end that is first by (y, x), so direction does not matter.
package struct DensityGrid: Sendable {
  /// Columns.
  package let width: Int
  /// Rows.
  package let height: Int
  /// What is counted.
  package let measure: DensityMeasure
  /// The world's width in units of `PixelPoint`; 0 where the window does not wrap round the world.
  package let worldWidth: Int64
  /// Binary digits behind the point in coordinates, 0...32.
  package let fractionBits: Int64

  /// The lower 32 bits of each cell.
  var cells: [UInt32]
  /// How often 2^32 must be added to a cell, by index.
  var carries: [Int: UInt64] = [:]
  /// The track or vessel that touched each cell last; empty for measures that need none.
  var stamps: [UInt32]
  var stamp: UInt32 = 0

  /// An empty window of at least one pixel.
  ///
  /// Where `worldWidth` is given, every leg and fix is drawn in each copy of the world (x + k * worldWidth) that
  /// meets the window; a window wider than the world shows it repeated.
  package init(
    width: Int, height: Int, measure: DensityMeasure, worldWidth: Int64,
    fractionBits: Int64 = PixelPoint.fractionBits
  ) {
    precondition(width > 0 && height > 0 && worldWidth >= 0, "a density window has at least one pixel")
    precondition((0...32).contains(fractionBits), "a pixel is 2^0 to 2^32 units wide")
    self.fractionBits = fractionBits
    self.width = width
    self.height = height
    self.measure = measure
    self.worldWidth = worldWidth
    cells = [UInt32](unsafeUninitializedCapacity: width * height) { buffer, count in
      preferLargePages(UnsafeMutableRawBufferPointer(buffer))
      buffer.initialize(repeating: 0)
      count = width * height
    }
    let needsStamps = measure == .transits || measure == .vessels
    stamps = needsStamps ? [UInt32](repeating: 0, count: width * height) : []
  }

  /// The count of one cell: milliseconds for `hours`.
  package subscript(column: Int, row: Int) -> UInt64 {
    precondition(column >= 0 && column < width && row >= 0 && row < height)
    let index = row * width + column
    return UInt64(cells[index]) + (carries[index] ?? 0) << 32
  }

  /// The sum of all cells.
  package var total: UInt64 {
    var sum: UInt64 = 0
    for cell in cells { sum &+= UInt64(cell) }
    for carry in carries.values { sum &+= carry << 32 }
    return sum
  }

  /// Adds the counts of other vessels in the same window.
  ///
  /// Under `vessels` and `transits` a vessel's whole track must stand in one of the two grids.
  package mutating func merge(_ other: DensityGrid) {
    precondition(
      other.width == width && other.height == height && other.measure == measure,
      "only grids of one window and measure can be added")
    var overflowed: [Int] = []
    cells.withUnsafeMutableBufferPointer { mine in
      other.cells.withUnsafeBufferPointer { theirs in
        for index in 0..<mine.count {
          let (sum, overflow) = mine[index].addingReportingOverflow(theirs[index])
          mine[index] = sum
          if overflow { overflowed.append(index) }
        }
      }
    }
    for index in overflowed { carries[index, default: 0] += 1 }
    for (index, carry) in other.carries { carries[index, default: 0] += carry }
  }

  /// Calls `body` with each row from north to south and its `width` cells, valid during the call.
  package func withRows(_ body: (_ row: Int, _ cells: UnsafeBufferPointer<UInt64>) throws -> Void) rethrows {
    try withRows(0..<height, body)
  }

  /// Calls `body` with some rows from north to south and their `width` cells, valid during the call.
  package func withRows(
    _ rows: Range<Int>, _ body: (_ row: Int, _ cells: UnsafeBufferPointer<UInt64>) throws -> Void
  ) rethrows {
    let carried = carries.keys.filter { $0 >= rows.lowerBound * width }.sorted()
    var next = 0
    try withUnsafeTemporaryAllocation(of: UInt64.self, capacity: width) { line in
      for row in rows {
        let first = row * width
        cells.withUnsafeBufferPointer { cells in
          for column in 0..<width { line[column] = UInt64(cells[first + column]) }
        }
        while next < carried.count, carried[next] < first + width {
          line[carried[next] - first] += (carries[carried[next]] ?? 0) << 32
          next += 1
        }
        try body(row, UnsafeBufferPointer(line))
      }
    }
  }

  /// Calls `body` with all cells, row-major, row 0 north; needs 8 bytes a cell beside the grid while it runs.
  package func withCells<Result>(
    _ body: (UnsafeBufferPointer<UInt64>) throws -> Result
  ) rethrows -> Result {
    let all = [UInt64](unsafeUninitializedCapacity: cells.count) { buffer, count in
      for index in 0..<cells.count { buffer.initializeElement(at: index, to: UInt64(cells[index])) }
      count = cells.count
      for (index, carry) in carries { buffer[index] += carry << 32 }
    }
    return try all.withUnsafeBufferPointer(body)
  }
}
