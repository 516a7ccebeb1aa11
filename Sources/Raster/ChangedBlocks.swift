/// Which blocks of a window may have changed: square ones, row by row from the north-west.
package struct ChangedBlocks: Sendable {
  /// Columns of blocks; the last may be narrower.
  package let columns: Int
  /// Rows of blocks; the last may be lower.
  package let rows: Int
  /// A block's side is 2^`sideBits` pixels.
  package let sideBits: Int
  private let width: Int
  private let height: Int
  private let copies: WorldCopies
  private let bits: Int64
  private var flags: [Bool]
  /// Whether any has changed.
  package private(set) var any = false

  /// The blocks of a grid's window; none has changed.
  package init(of grid: DensityGrid, sideBits: Int) {
    self.sideBits = sideBits
    (width, height, bits) = (grid.width, grid.height, grid.fractionBits)
    copies = WorldCopies(width: grid.width, worldWidth: grid.worldWidth, bits: bits)
    columns = (width - 1) >> sideBits + 1
    rows = (height - 1) >> sideBits + 1
    flags = [Bool](repeating: false, count: columns * rows)
  }

  /// Marks all blocks, or none.
  package mutating func mark(all changed: Bool) {
    flags.withUnsafeMutableBufferPointer { $0.update(repeating: changed) }
    any = changed
  }

  /// Marks the blocks that fixes, and the boxes round the legs that were observed, lie in; as for
  /// `DensityGrid.addVessel`.
  package mutating func mark(points: UnsafeBufferPointer<PixelPoint>, legs: UnsafeBufferPointer<Int64>) {
    for index in points.indices {
      let other = points[index]
      let one = index > 0 && legs[index - 1] >= 0 ? points[index - 1] : other
      mark(one, other)
    }
  }

  private mutating func mark(_ one: PixelPoint, _ other: PixelPoint) {
    let low = max(min(one.y, other.y) >> bits, 0)
    let high = min(max(one.y, other.y) >> bits, Int64(height - 1))
    guard low <= high else { return }
    for copy in copies.copies(of: one, other) {
      let shift = copy &* copies.worldWidth
      let left = max((min(one.x, other.x) &+ shift) >> bits, 0)
      let right = min((max(one.x, other.x) &+ shift) >> bits, Int64(width - 1))
      guard left <= right else { continue }
      for row in Int(low) >> sideBits...Int(high) >> sideBits {
        for column in Int(left) >> sideBits...Int(right) >> sideBits { flags[row * columns + column] = true }
      }
      any = true
    }
  }

  /// Calls `body` with each row of blocks in which some have changed: its rows of pixels, and the stretches of columns
  /// of pixels that changed.
  package func forEachRow(_ body: (_ lines: Range<Int>, _ columns: [Range<Int>]) -> Void) {
    guard any else { return }
    var runs: [Range<Int>] = []
    for row in 0..<rows {
      runs.removeAll(keepingCapacity: true)
      var start: Int?
      for column in 0...columns {
        if column < columns, flags[row * columns + column] {
          start = start ?? column
        } else if let first = start {
          runs.append(first << sideBits..<min(column << sideBits, width))
          start = nil
        }
      }
      if !runs.isEmpty { body(row << sideBits..<min((row + 1) << sideBits, height), runs) }
    }
  }
}
