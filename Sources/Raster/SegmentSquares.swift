/// The squares of a lattice that a straight segment touches, in their order along it.
package enum SegmentSquares {
  /// Calls `body` with column and row of each square of 2^`bits` units that holds a point of the closed segment.
  ///
  /// Squares are half-open. South-eastward through a corner a square that holds no point may be named too.
  package static func forEach(
    from one: PixelPoint, to other: PixelPoint, bits: Int64, _ body: (_ column: Int64, _ row: Int64) -> Void
  ) {
    let walk = DensityWalk(one, other, bits: bits)
    var (x, y): (Int64, Int64) = (0, 0)
    while true {
      body(walk.column + x * walk.columnStep, walk.row + y)
      if x == walk.crossingsX && y == walk.crossingsY { return }
      if y == walk.crossingsY || (x < walk.crossingsX && walk.isNextX(x, y)) { x += 1 } else { y += 1 }
    }
  }
}
