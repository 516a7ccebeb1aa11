/// Who touches each cell of a `DensityGrid` of `transits` or `vessels` now, so that tracks can be taken away again.
///
/// Each pair of a cell and a track or vessel counts the elements that touch it: legs, and tracks' first fixes. A cell's
/// count is the number of its pairs. Memory follows the pairs.
package struct TouchCounts: Sendable {
  private var table = TouchTable()
  private static let idBits: UInt64 = 36

  /// Nobody touches anything.
  package init() {}

  /// How many pairs of a cell and a track or vessel there are.
  package var count: Int { table.count }

  /// How many pairs there is memory for.
  package var capacity: Int { table.capacity }

  /// Adds a part of one vessel's way, whose first fix belongs to the track, or under `vessels` the vessel, of a number.
  ///
  /// `points` and `legs` are as for `DensityGrid.addVessel`. `numbered` is the number of the first fix: under `transits`
  /// a track that begins on the way has the number of its first fix. Numbers are 0..<2^36 - 1. Where the first fix is
  /// already there and goes on from here, `continuing` leaves it out.
  package mutating func add(
    points: UnsafeBufferPointer<PixelPoint>, legs: UnsafeBufferPointer<Int64>, of track: Int, numbered: Int,
    continuing: Bool, to grid: inout DensityGrid
  ) {
    update(&grid, points, legs, track: track, number: numbered, from: continuing ? 1 : 0, removes: false)
  }

  /// Takes away a part of a way that begins with a fix that was added by itself, as a track's first.
  ///
  /// Arguments as for `add`; the numbers must be those under which the elements were added. To cut off a track's
  /// beginning, add the fix that it then begins with by itself, and take away the legs up to it.
  package mutating func remove(
    points: UnsafeBufferPointer<PixelPoint>, legs: UnsafeBufferPointer<Int64>, of track: Int, numbered: Int,
    from grid: inout DensityGrid
  ) {
    update(&grid, points, legs, track: track, number: numbered, from: 0, removes: true)
  }

  private mutating func update(
    _ grid: inout DensityGrid, _ points: UnsafeBufferPointer<PixelPoint>, _ legs: UnsafeBufferPointer<Int64>,
    track: Int, number: Int, from first: Int, removes: Bool
  ) {
    precondition(legs.count == max(points.count - 1, 0), "a track has one leg fewer than points")
    precondition(grid.measure == .transits || grid.measure == .vessels, "other measures count no touches")
    precondition(grid.width * grid.height <= 1 << (64 - Self.idBits), "a cell's number has 28 bits")
    precondition(max(track, number + points.count) < 1 << Self.idBits - 1, "a track's number has 36 bits")
    let (width, height, bits) = (Int64(grid.width), Int64(grid.height), grid.fractionBits)
    let copies = WorldCopies(width: grid.width, worldWidth: grid.worldWidth, bits: bits)
    let perTrack = grid.measure == .transits
    var moved = TouchTable()
    swap(&moved, &table)
    grid.cells.withUnsafeMutableBufferPointer { cells in
      var counter = Counter(table: moved, cells: cells, removes: removes, number: number, id: UInt64(track + 1))
      moved = TouchTable()
      counter.take(
        points, legs, from: first, perTrack: perTrack, copies: copies, width: width, height: height, bits: bits)
      counter.settle()
      swap(&moved, &counter.table)
    }
    table = moved
  }

  /// The table and the cells while they are written.
  private struct Counter: TouchSink {
    var table: TouchTable
    let cells: UnsafeMutableBufferPointer<UInt32>
    let removes: Bool
    let number: Int
    /// One more than the track's number, so that no key is 0.
    var id: UInt64
    /// A ship at its berth touches one cell again and again: that is one step.
    private var cell = 0
    private var times: UInt32 = 0

    init(
      table: TouchTable, cells: UnsafeMutableBufferPointer<UInt32>, removes: Bool, number: Int, id: UInt64
    ) {
      (self.table, self.cells, self.removes, self.number, self.id) = (table, cells, removes, number, id)
    }

    mutating func beginTrack(at index: Int) {
      settle()
      id = UInt64(number + index + 1)
    }

    @inline(__always)
    mutating func touch(_ cell: Int) {
      if cell != self.cell {
        settle()
        self.cell = cell
      }
      times &+= 1
    }

    mutating func settle() {
      guard times > 0 else { return }
      let key = UInt64(cell) << TouchCounts.idBits | id
      if removes {
        if table.remove(key, times: times) { cells[cell] -= 1 }
      } else {
        if table.add(key, times: times) { cells[cell] += 1 }
      }
      times = 0
    }
  }
}
