import Geography

/// Says which tiles meet a box.
///
/// Tiles numbered one after the other along the Hilbert curve are taken square by square, so that a run over an ocean
/// costs no more than its outline.
struct TileWindow {
  /// The box in worlds: 0...1 from the west and from the north.
  private let west, east, north, south: Double
  private let reachInTiles: Double

  /// The tiles of a box, west not beyond east; a tile nearer than the reach meets it too.
  init(_ box: BoundingBox, reachInTiles: Double) {
    west = WebMercator.x(longitude: box.west) / WebMercator.unitsAcross
    east = WebMercator.x(longitude: box.east) / WebMercator.unitsAcross
    north = WebMercator.y(latitude: box.north) / WebMercator.unitsAcross
    south = WebMercator.y(latitude: box.south) / WebMercator.unitsAcross
    self.reachInTiles = reachInTiles
  }

  /// Tiles of a run that do not meet the box: how many, and the first of them.
  struct Outside {
    var count: UInt64 = 0
    var first: [TileID] = []
  }

  /// The tiles of a run of numbers at one zoom that do not meet the box.
  func outside(_ run: Range<UInt64>, zoom: Int) -> Outside {
    var result = Outside()
    let first = TileID.first(ofZoom: zoom)
    var place = run.lowerBound - first
    let end = run.upperBound - first
    while place < end {
      var level = 0
      while level < zoom, place % (4 << UInt64(2 * level)) == 0, place + 4 << UInt64(2 * level) <= end {
        level += 1
      }
      collect(place, level: level, zoom: zoom, &result)
      place += 1 << UInt64(2 * level)
    }
    return result
  }

  /// Adds what lies outside of a square of 4^level tiles.
  private func collect(_ place: UInt64, level: Int, zoom: Int, _ result: inout Outside) {
    let squareZoom = zoom - level
    guard let square = TileID(serial: TileID.first(ofZoom: squareZoom) + place >> UInt64(2 * level)) else { return }
    let side = 1 / Double(1 << squareZoom)
    let reach = reachInTiles / Double(1 << zoom)
    let (left, top) = (Double(square.x) * side, Double(square.y) * side)
    let meets =
      left < east + reach && left + side > west - reach && top < south + reach && top + side > north - reach
    let isWithin =
      left >= west - reach && left + side <= east + reach && top >= north - reach && top + side <= south + reach
    if isWithin || (meets && level == 0) { return }
    let isListed = result.first.count < TileFaultLog.listed
    if level > 0, meets || isListed {
      for quarter in 0..<4 as Range<UInt64> {
        collect(place + quarter << UInt64(2 * (level - 1)), level: level - 1, zoom: zoom, &result)
      }
    } else {
      result.count += 1 << UInt64(2 * level)
      if level == 0, isListed { result.first.append(square) }
    }
  }
}
