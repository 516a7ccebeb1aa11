import Platform

/// A Gaussian blur of a `DensityGrid` that keeps the total: each cell's count is spread over its neighbours.
///
/// The standard deviation belongs to the row of the cell that is spread and may change from row to row. Weights are
/// the Gaussian at whole pixels out to so many deviations, 3 unless told otherwise, rounded up, divided by their sum,
/// along x and y in turn. A pixel's value is the same in every window, to the last bit, because sums run from west to
/// east and north to south.
package struct GaussianSmoothing: Sendable {
  /// Rows of the inner window, which is what comes out.
  package let rows: Int
  /// By how many pixels the grid must be larger than the inner window on each of its four sides.
  package let marginInPixels: Int
  /// Standard deviation in pixels of each row of the larger grid, northernmost first.
  let deviations: [Double]
  /// How many standard deviations away a cell is still felt.
  private let reachInDeviations: Double

  /// A blur with one standard deviation, in pixels, for all of `rows` rows.
  package init(rows: Int, deviationInPixels: Double) {
    self.init(rows: rows) { _ in deviationInPixels }
  }

  /// A blur whose standard deviation depends on the row.
  ///
  /// `deviationInPixels` is asked for rows of the inner window, 0..<rows, and for rows north (negative) and south of
  /// it that reach into it. The same row of the world must be given the same number in every window.
  package init(rows: Int, reachInDeviations: Double = 3, deviationInPixels: (_ row: Int) -> Double) {
    precondition(rows > 0, "a window has at least one row")
    func reach(_ row: Int) -> Int { Self.reach(deviationInPixels(row), reachInDeviations) }
    var margin = (0..<rows).map(reach).max() ?? 0
    // Rows outside may reach farther than those inside; on a Mercator map they grow too slowly to go on for long.
    for _ in 0..<64 {
      let outside = (1...max(margin, 1)).map { distance in
        max(reach(-distance), reach(rows - 1 + distance))
      }
      let needed = outside.max() ?? 0
      if needed <= margin { break }
      margin = needed
    }
    self.rows = rows
    self.reachInDeviations = reachInDeviations
    marginInPixels = margin
    deviations = (-margin..<rows + margin).map(deviationInPixels)
  }

  /// Calls `body` with each row of the inner window, north to south, and its blurred cells, valid during the call.
  ///
  /// `grid` is the inner window with `marginInPixels` more on every side; its width says how wide the inner one is.
  package func withRows(
    of grid: DensityGrid, _ body: (_ row: Int, _ values: UnsafeBufferPointer<Double>) throws -> Void
  ) rethrows {
    let margin = marginInPixels
    let width = grid.width - 2 * margin
    precondition(width > 0 && grid.height == deviations.count, "the grid is the window with its margins")
    let lines = 2 * margin + 1
    // Row r of the inner window gathers in line r mod `lines` until the last row that reaches it has been spread.
    var sums = [Double](repeating: 0, count: lines * width)
    var source = [Double](repeating: 0, count: grid.width)
    var spread = [Double](repeating: 0, count: width)
    var weights = Self.weights(deviations[0], reachInDeviations)
    try sums.withUnsafeMutableBufferPointer { sums in
      try source.withUnsafeMutableBufferPointer { source in
        try spread.withUnsafeMutableBufferPointer { spread in
          try grid.withRows { gridRow, cells in
            if gridRow > 0, deviations[gridRow] != deviations[gridRow - 1] {
              weights = Self.weights(deviations[gridRow], reachInDeviations)
            }
            var isEmpty = true
            for column in 0..<cells.count {
              source[column] = Double(cells[column])
              if cells[column] != 0 { isEmpty = false }
            }
            if !isEmpty {
              weights.withUnsafeBufferPointer { weights in
                Self.blur(source, by: weights, margin: margin, into: spread)
                let reach = weights.count / 2
                for offset in -reach...reach {
                  let row = gridRow - margin + offset
                  guard row >= 0, row < rows else { continue }
                  let first = row % lines * width
                  let weight = weights[offset + reach]
                  for column in 0..<width { sums[first + column] += weight * spread[column] }
                }
              }
            }
            let row = gridRow - 2 * margin
            guard row >= 0 else { return }
            let first = row % lines * width
            let line = UnsafeMutableBufferPointer(rebasing: sums[first..<first + width])
            try body(row, UnsafeBufferPointer(line))
            line.update(repeating: 0)
          }
        }
      }
    }
  }

  /// The blurred cells of the inner window, row-major, row 0 north; `grid` as for `withRows`.
  package func values(of grid: DensityGrid) -> [Float] {
    let width = grid.width - 2 * marginInPixels
    return [Float](unsafeUninitializedCapacity: width * rows) { buffer, count in
      withRows(of: grid) { row, values in
        for column in 0..<width {
          buffer.initializeElement(at: row * width + column, to: Float(values[column]))
        }
      }
      count = width * rows
    }
  }

  /// How many pixels away a cell is still felt.
  static func reach(_ deviation: Double, _ reachInDeviations: Double) -> Int {
    deviation > 0 ? Int((reachInDeviations * deviation).rounded(.up)) : 0
  }

  /// The weights at -reach...reach; their sum is 1.
  static func weights(_ deviation: Double, _ reachInDeviations: Double) -> [Double] {
    let reach = reach(deviation, reachInDeviations)
    guard reach > 0 else { return [1] }
    let raw = (-reach...reach).map { offset in
      let distance = Double(offset) / deviation
      return exp(-distance * distance / 2)
    }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum }
  }

  /// Blurs a row; `target` is `margin` shorter than `source` at each end.
  private static func blur(
    _ source: UnsafeMutableBufferPointer<Double>, by weights: UnsafeBufferPointer<Double>, margin: Int,
    into target: UnsafeMutableBufferPointer<Double>
  ) {
    guard let from = source.baseAddress, let to = target.baseAddress else { return }
    let count = target.count
    target.update(repeating: 0)
    let first = margin - weights.count / 2
    for tap in 0..<weights.count {
      let weight = weights[tap]
      let shifted = from + first + tap
      for column in 0..<count { to[column] += weight * shifted[column] }
    }
  }
}
