import Cartography
import Geography
import Tracks

/// What is drawn on the tiles of one zoom, from the lowest layer to the uppermost.
struct TileLayers: Sendable {
  let theme: Theme
  /// Land and lakes beneath all.
  let hasBasemap: Bool
  /// The land of close zooms; nil for the embedded basemap.
  let coastline: CoastlineArchive?
  let density: DensityShading?
  let tracks: TrackLayer?
  let events: EventLayer?

  /// Whether colours meet, so that palette indices do not do.
  var needsPixmap: Bool { hasBasemap || tracks != nil || events != nil }

  /// The tiles of a zoom that anything may reach, in no order; `range` holds those that land is drawn on.
  func tiles(zoom: Int, tileSize: Int, range: TileRange, threads: Int) -> [TileID] {
    var all: Set<TileID> = []
    if let density { all.formUnion(density.pyramid.tiles(zoom: zoom, smoothing: density.smoothing)) }
    if let tracks { all.formUnion(tracks.occupiedTiles(tileSize: tileSize, threads: threads)) }
    if let events { all.formUnion(events.occupiedTiles(zoom: zoom, tileSize: tileSize)) }
    if hasBasemap { all.formUnion(range.tiles) }
    return Array(all)
  }
}
