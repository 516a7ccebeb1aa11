import Geography

/// Counts tiles by zoom and holds them against the extent that their set claims.
struct TileCensus {
  private let extent: TileExtent
  /// The zoom whose tiles must each meet the bounds.
  private let deepest: Int?
  private let window: TileWindow?
  private var counts = [UInt64](repeating: 0, count: TileExtent.deepestZoom + 1)
  private var meets = [Bool](repeating: false, count: TileExtent.deepestZoom + 1)

  /// A census of no tile yet, against an extent that has been settled.
  ///
  /// `deepest` is the deepest zoom of a set that does not say it.
  init(_ extent: TileExtent, deepest: Int?, format: TileFormat) {
    self.extent = extent
    self.deepest = extent.maxZoom ?? deepest
    window = extent.bounds.map { TileWindow($0, reachInTiles: format.reachInTiles) }
  }

  /// Tiles of each zoom that has any.
  var tilesByZoom: [(zoom: Int, count: UInt64)] {
    counts.indices.filter { counts[$0] > 0 }.map { ($0, counts[$0]) }
  }

  /// Takes in a tile.
  mutating func add(_ tile: TileID, _ log: inout TileFaultLog) { add(serial: tile.serial, count: 1, &log) }

  /// Takes in tiles numbered one after the other, all of them at most at zoom 31.
  mutating func add(serial: UInt64, count: UInt64, _ log: inout TileFaultLog) {
    var (serial, rest) = (serial, count)
    while rest > 0, let tile = TileID(serial: serial) {
      let count = min(rest, TileID.first(ofZoom: tile.zoom + 1) - serial)
      add(tile, serial, count, &log)
      serial += count
      rest -= count
    }
  }

  private mutating func add(_ tile: TileID, _ serial: UInt64, _ count: UInt64, _ log: inout TileFaultLog) {
    counts[tile.zoom] += count
    let (low, high) = (extent.minZoom ?? 0, extent.maxZoom ?? TileExtent.deepestZoom)
    guard (low...high).contains(tile.zoom) else {
      log.note(.extent, tile.place, "lies outside the zooms \(low) to \(high) that the set says it has")
      return log.note(.extent, unlisted: count - 1)
    }
    guard let window, tile.zoom == deepest || !meets[tile.zoom] else { return }
    let outside = window.outside(serial..<serial + count, zoom: tile.zoom)
    if outside.count < count { meets[tile.zoom] = true }
    guard tile.zoom == deepest else { return }
    for tile in outside.first {
      log.note(.extent, tile.place, "lies outside the bounds \(extent.bounds.map(TileExtent.text) ?? "")")
    }
    log.note(.extent, unlisted: outside.count - UInt64(outside.first.count))
  }

  /// Notes what is missing, when all tiles are in.
  func finish(at place: String, _ log: inout TileFaultLog) {
    guard counts.contains(where: { $0 > 0 }) else { return log.note(.extent, place, "there is no tile") }
    guard let low = extent.minZoom ?? counts.firstIndex(where: { $0 > 0 }),
      let high = extent.maxZoom ?? counts.lastIndex(where: { $0 > 0 }), low <= high
    else { return }
    for zoom in low...high {
      if counts[zoom] == 0 {
        log.note(.extent, place, "there is no tile of zoom \(zoom), though the zooms are \(low) to \(high)")
      } else if window != nil, !meets[zoom] {
        log.note(.extent, place, "the bounds cover no tile of zoom \(zoom)")
      }
    }
  }
}

extension TileID {
  /// The tile as faults name it.
  var place: String { "tile \(zoom)/\(x)/\(y)" }
}
