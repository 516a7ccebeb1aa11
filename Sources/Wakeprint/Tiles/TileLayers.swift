import Cartography
import Geography
import Tracks

/// What is drawn on the tiles of one zoom, from the lowest layer to the uppermost.
struct TileLayers: Sendable {
  let theme: Theme
  /// Land and lakes beneath all.
  let hasBasemap: Bool
  let density: DensityShading?

  /// Whether colours meet, so that palette indices do not do.
  var needsPixmap: Bool { hasBasemap }

  /// The tiles of a zoom that anything reaches, in the order of their numbers.
  func tiles(zoom: Int, range: TileRange?) -> [TileID] {
    var all: Set<TileID> = []
    if let density { all.formUnion(density.pyramid.tiles(zoom: zoom, smoothing: density.smoothing)) }
    if hasBasemap, let range { all.formUnion(range.tiles) }
    return Array(all)
  }
}
