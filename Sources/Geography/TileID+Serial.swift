extension TileID {
  /// The tile's number in PMTiles: tiles of lower zooms first, those of one zoom along the Hilbert curve.
  ///
  /// The curve begins in the north-west corner and ends in the north-east one (PMTiles specification, version 3).
  public var serial: UInt64 {
    var (column, row) = (UInt64(x), UInt64(y))
    var place: UInt64 = 0
    var side: UInt64 = zoom > 0 ? 1 << UInt64(zoom - 1) : 0
    while side > 0 {
      let east: UInt64 = column & side > 0 ? 1 : 0
      let south: UInt64 = row & side > 0 ? 1 : 0
      place += side * side * ((3 * east) ^ south)
      TileID.turn(side, &column, &row, east: east, south: south)
      side >>= 1
    }
    return TileID.first(ofZoom: zoom) + place
  }

  /// The tile of a number; nil beyond zoom 31, where column and row have no room.
  public init?(serial: UInt64) {
    var zoom = 0
    while zoom <= 31, TileID.first(ofZoom: zoom + 1) <= serial { zoom += 1 }
    guard zoom <= 31 else { return nil }
    var rest = serial - TileID.first(ofZoom: zoom)
    var (column, row): (UInt64, UInt64) = (0, 0)
    var side: UInt64 = 1
    while side < 1 << UInt64(zoom) {
      let east = 1 & (rest >> 1)
      let south = 1 & (rest ^ east)
      TileID.turn(side, &column, &row, east: east, south: south)
      column += side * east
      row += side * south
      rest >>= 2
      side <<= 1
    }
    self.init(zoom: zoom, x: Int(column), y: Int(row))
  }

  /// How many tiles all lower zooms have: (4^zoom - 1) / 3; 0...32.
  public static func first(ofZoom zoom: Int) -> UInt64 { ((1 << UInt64(2 * zoom)) &- 1) / 3 }

  /// Turns a quadrant of a side so that the curve in it runs as in the whole.
  private static func turn(_ side: UInt64, _ column: inout UInt64, _ row: inout UInt64, east: UInt64, south: UInt64) {
    guard south == 0 else { return }
    if east == 1 {
      column = (side &- 1) &- column
      row = (side &- 1) &- row
    }
    swap(&column, &row)
  }
}
