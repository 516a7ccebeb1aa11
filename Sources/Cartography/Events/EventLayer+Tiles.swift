import Geography

extension EventLayer {
  /// The tiles of a zoom that ink may reach, from the north, each row from the west.
  ///
  /// A tile that only just stays empty may be among them, none that is drawn on is left out.
  package func occupiedTiles(zoom: Int, tileSize: Int) -> [TileID] {
    let grid = PixelGrid(zoom: zoom, tileSize: tileSize)
    let measures = EventMeasures(grid: grid)
    let across: Int64 = 1 << Int64(zoom)
    let shift = 32 - Int64(zoom)
    var tiles: Set<Int64> = []
    for (number, place) in places.enumerated() {
      let margin = Int64((reachInPixels(ofPlace: number, measures: measures) / grid.pixelsPerUnit).rounded(.up)) + 1
      place.forEachSquare(shift: shift, margin: margin) { row, columns in
        guard (0..<across).contains(row) else { return }
        for column in columns.prefix(Int(across)) { tiles.insert(row << 32 | column & (across - 1)) }
      }
    }
    return tiles.sorted().map { TileID(zoom: zoom, x: Int($0 & 0xFFFF_FFFF), y: Int($0 >> 32)) }
  }
}

extension EventPlace {
  /// Calls back with each row of squares 2^shift units wide that lies within `margin` units of the place or line, and
  /// its columns, which may lie outside the world; squares that are only just missed may be among them.
  func forEachSquare(shift: Int64, margin: Int64, _ body: (Int64, ClosedRange<Int64>) -> Void) {
    let slope = y == endY ? 0 : Double(endX - x) / Double(endY - y)
    for row in (min(y, endY) - margin) >> shift...(max(y, endY) + margin) >> shift {
      var (west, east) = (min(x, endX), max(x, endX))
      if y != endY {
        // The part of the line from which the row can be reached.
        let top = min(max(row << shift - margin, min(y, endY)), max(y, endY))
        let bottom = max(min((row + 1) << shift + margin, max(y, endY)), min(y, endY))
        let (one, other) = (Double(x) + slope * Double(top - y), Double(x) + slope * Double(bottom - y))
        west = max(west, Int64(min(one, other).rounded(.down)) - 1)
        east = min(east, Int64(max(one, other).rounded(.up)) + 1)
      }
      body(row, (west - margin) >> shift...(max(west, east) + margin) >> shift)
    }
  }
}
