extension TrackPieces {
  /// Calls back with the squares of 2^shift world units that a piece's legs come within `reach` units of: a row counted
  /// from the square world's north edge, and columns unwrapped along the run. Squares may come twice, and such as are
  /// only just missed may come too.
  func forEachSquare(
    of piece: TrackPiece, shift: Int64, reach: Double, _ body: (Int64, ClosedRange<Int64>) -> Void
  ) {
    let margin = Int64(reach.rounded(.up)) + 1
    func square(_ units: Int64) -> Int64 { units >> shift }
    let rows =
      square(TrackPoint.worldY(piece.minY) - margin)...square(TrackPoint.worldY(piece.maxY) + margin)
    let columns = square(piece.minX - margin)...square(piece.maxX + margin)
    if rows.count == 1 || piece.legs == 0 {
      for row in rows { body(row, columns) }
      return
    }
    var from = points[piece.firstPoint]
    var fromX = piece.originX
    for index in 1...Int(piece.legs) {
      let to = points[piece.firstPoint + index]
      let toX = fromX + from.east(to: to)
      let (fromY, toY) = (TrackPoint.worldY(from.y), TrackPoint.worldY(to.y))
      let slope = fromY == toY ? 0 : Double(toX - fromX) / Double(toY - fromY)
      for row in square(min(fromY, toY) - margin)...square(max(fromY, toY) + margin) {
        // The part of the leg from which the row can be reached.
        let top = max(row << shift - margin, min(fromY, toY))
        let bottom = min((row + 1) << shift + margin, max(fromY, toY))
        var (one, other) = (Double(fromX) + slope * Double(top - fromY), Double(fromX) + slope * Double(bottom - fromY))
        if fromY == toY { (one, other) = (Double(fromX), Double(toX)) }
        let west = max(Int64(min(one, other).rounded(.down)) - margin - 1, min(fromX, toX) - margin)
        let east = min(Int64(max(one, other).rounded(.up)) + margin + 1, max(fromX, toX) + margin)
        if west <= east { body(row, square(west)...square(east)) }
      }
      from = to
      fromX = toX
    }
  }
}
