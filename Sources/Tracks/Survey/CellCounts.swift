import Geography
import Platform
import Synchronization

/// How many positions, and of how many vessels, lie in each cell of a grid between meridians and parallels.
package struct CellCounts: Sendable, Equatable {
  /// The borders of a grid's cells.
  package struct Grid: Sendable {
    /// Where columns begin: units of 1e-7 degrees east of `west`, rising; last where the last one ends.
    let columns: [Int64]
    /// Where rows begin from the south: units of 1e-7 degrees north, rising; last where the last one ends.
    let rows: [Int64]
    /// The western edge in units of 1e-7 degrees.
    let west: Int64

    /// A grid from the latitudes of its rows' borders from the south, and columns of one width, all in degrees; columns
    /// together are at most 360 degrees wide.
    package init(latitudes: [Double], west: Double, columnWidth: Double, columnCount: Int) {
      rows = latitudes.map { Int64(($0 * 1e7).rounded()) }
      self.west = Int64((west * 1e7).rounded())
      columns = (0...columnCount).map { Int64((Double($0) * columnWidth * 1e7).rounded()) }
    }

    /// How many columns there are.
    package var columnCount: Int { columns.count - 1 }
    /// How many rows there are.
    package var rowCount: Int { rows.count - 1 }
  }

  /// Positions by cell, row after row from the south, each from the west.
  package private(set) var positions: [Int]
  /// Tracks with a position in the cell.
  package private(set) var vessels: [Int]
  /// Positions outside the grid.
  package private(set) var outside = 0

  private var lastVessel: [Int]

  /// Counts of several grids for the same tracks, on so many workers; the result does not depend on them.
  ///
  /// Reading fixes back from disk may fail.
  package static func of(
    _ tracks: TrackSet, grids: [Grid], threads: Int
  ) throws(TracksError) -> [CellCounts] {
    let empty = grids.map { CellCounts(cells: $0.rowCount * $0.columnCount) }
    let searches = grids.map(Search.init)
    let all = Mutex(empty)
    try concurrently(threads, claiming: tracks.vesselCount, stride: 16) { claim throws(TracksError) in
      var found = empty
      var scratch: [Fix] = []
      while let range = claim() {
        for vessel in range {
          try tracks.withFixes(ofVessel: vessel, scratch: &scratch) { fixes in
            for grid in grids.indices { found[grid].add(fixes, of: vessel, searches[grid]) }
          }
        }
      }
      all.withLock { all in
        for grid in grids.indices { all[grid].add(found[grid]) }
      }
    }
    return all.withLock { $0 }
  }

  private init(cells: Int) {
    positions = [Int](repeating: 0, count: cells)
    vessels = positions
    lastVessel = [Int](repeating: -1, count: cells)
  }

  package static func == (a: CellCounts, b: CellCounts) -> Bool {
    a.positions == b.positions && a.vessels == b.vessels && a.outside == b.outside
  }

  private mutating func add(_ fixes: UnsafeBufferPointer<Fix>, of vessel: Int, _ search: Search) {
    // Ships are slow: most fixes lie in the cell of the one before.
    var cell = Search.Cell.none
    var count = 0
    for fix in fixes {
      if !search.contains(fix, cell) {
        enter(count, in: cell, of: vessel)
        cell = search.cell(of: fix)
        count = 0
      }
      count &+= 1
    }
    enter(count, in: cell, of: vessel)
  }

  private mutating func enter(_ count: Int, in cell: Search.Cell, of vessel: Int) {
    guard cell.number >= 0 else {
      outside += count
      return
    }
    positions[cell.number] += count
    if lastVessel[cell.number] != vessel {
      lastVessel[cell.number] = vessel
      vessels[cell.number] += 1
    }
  }

  private mutating func add(_ other: CellCounts) {
    outside += other.outside
    for cell in positions.indices {
      positions[cell] += other.positions[cell]
      vessels[cell] += other.vessels[cell]
    }
  }

  /// Finds cells by a guess from a table, which is put right by the borders.
  private struct Search: Sendable {
    private let columns: Axis
    private let rows: Axis
    private let west: Int64
    private let columnCount: Int

    init(_ grid: Grid) {
      columns = Axis(grid.columns)
      rows = Axis(grid.rows)
      west = grid.west
      columnCount = grid.columnCount
    }

    /// A cell and its borders, the lower ones inclusive.
    struct Cell {
      /// Its place in the counts; -1 for what is no cell, which contains nothing.
      var number = -1
      var east: Range<Int64> = 0..<0
      var north: Range<Int64> = 0..<0

      static let none = Cell()
    }

    /// Whether a fix lies within the borders of a cell.
    @inline(__always)
    func contains(_ fix: Fix, _ cell: Cell) -> Bool {
      let (east, north) = (eastward(fix), Int64(fix.latitudeE7))
      return north >= cell.north.lowerBound && north < cell.north.upperBound && east >= cell.east.lowerBound
        && east < cell.east.upperBound
    }

    /// The cell of a fix.
    func cell(of fix: Fix) -> Cell {
      guard let row = rows.interval(of: Int64(fix.latitudeE7)), let column = columns.interval(of: eastward(fix)) else {
        return .none
      }
      return Cell(number: row * columnCount + column, east: columns.borders(column), north: rows.borders(row))
    }

    @inline(__always)
    private func eastward(_ fix: Fix) -> Int64 {
      let east = Int64(fix.longitudeE7) &- west
      return east < 0 ? east &+ 3_600_000_000 : east
    }
  }

  /// Rising borders, and for each of 1,024 equal pieces between the outermost the interval in which it begins.
  private struct Axis: Sendable {
    private let borders: [Int64]
    private let guesses: [Int]
    private let first: Int64
    private let last: Int64
    private let piecesPerUnit: Double

    init(_ borders: [Int64]) {
      self.borders = borders
      let pieces = 1024
      first = borders.first ?? 0
      last = borders.last ?? 0
      piecesPerUnit = last > first ? Double(pieces) / Double(last - first) : 0
      let length = Double(last - first) / Double(pieces)
      var guesses: [Int] = []
      var interval = 0
      for piece in 0...pieces {
        let start = Double(first) + Double(piece) * length
        while interval + 2 < borders.count, Double(borders[interval + 1]) <= start { interval += 1 }
        guesses.append(interval)
      }
      self.guesses = guesses
    }

    /// The borders of an interval.
    func borders(_ interval: Int) -> Range<Int64> { borders[interval]..<borders[interval + 1] }

    /// The interval that a value lies in, its lower border inclusive, the last one's upper border too.
    func interval(of value: Int64) -> Int? {
      guard value >= first, value <= last, last > first else { return nil }
      var interval = guesses[Int(Double(value &- first) * piecesPerUnit)]
      while value < borders[interval] { interval &-= 1 }
      while interval &+ 2 < borders.count, value >= borders[interval &+ 1] { interval &+= 1 }
      return interval
    }
  }
}
