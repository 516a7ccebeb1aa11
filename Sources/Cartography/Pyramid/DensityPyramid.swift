import Geography
import Platform
import Raster
import Synchronization
import Tracks

/// Exact counts for every pixel of every tile that holds any, at all zooms.
///
/// Milliseconds and positions are counted once, at the deepest zoom, and added up two by two from there. Places are the
/// same numbers at every zoom (`PixelGrid.fractionBits`), so a parent is what counting at its own zoom would give, to the
/// millisecond. Transits and vessels are counted anew for each zoom, since a vessel in two pixels is one in their parent.
///
/// 1. `RegionRuns` sorts pieces of tracks by square regions of 1,024 pixels.
/// 2. Workers count region by region in one dense grid each, small enough for the processor's cache, and pack its tiles.
/// 3. Tiles above a region are added up from their packed children.
package struct DensityPyramid: Sendable {
  /// What it holds.
  package let plan: PyramidPlan
  /// Milliseconds of observed legs in the tiles of the deepest zoom.
  package let millisecondsInside: Int64
  /// Pixels that hold anything at the deepest zoom, as columns and rows of its grid; nil where there are none.
  package let extent: (columns: ClosedRange<Int>, rows: ClosedRange<Int>)?

  private let levels: [Int: [PackedTile]]
  private let store: CellStore

  /// Counts all tracks.
  package init(_ tracks: TrackSet, plan: PyramidPlan) throws(TracksError) {
    var builder = PyramidBuilder(tracks, plan: plan)
    try builder.build()
    self.plan = plan
    levels = builder.levels
    store = builder.store
    extent = builder.extent
    millisecondsInside =
      plan.measure == .hours ? Int64(builder.total) : try DensityPyramid.millisecondsInside(of: tracks, plan: plan)
  }

  /// Milliseconds of observed legs in the tiles that a plan has at its deepest zoom.
  package static func millisecondsInside(of tracks: TrackSet, plan: PyramidPlan) throws(TracksError) -> Int64 {
    var hours = plan
    hours.measure = .hours
    hours.zooms = plan.zooms.upperBound...plan.zooms.upperBound
    var counter = PyramidBuilder(tracks, plan: hours)
    counter.keepsTiles = false
    try counter.build()
    return Int64(counter.total)
  }

  /// Whether some of it had to be put on disk.
  package var isSpilled: Bool { store.isSpilled }

  /// The tiles of a zoom that hold anything, along the Hilbert curve.
  package func tiles(zoom: Int) -> [TileID] {
    (levels[zoom] ?? []).filter(\.isWanted).map { $0.tile(zoom: zoom) }
  }

  /// The same and those beyond the box that are kept.
  func allTiles(zoom: Int) -> [TileID] { (levels[zoom] ?? []).map { $0.tile(zoom: zoom) } }

  /// Lends a tile's packed cells (`PackedCells.forEach`), none where it is empty; `scratch` is used again.
  package func withCells<Result>(
    of tile: TileID, scratch: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(TracksError) -> Result {
    if let packed = packedTile(tile) {
      try store.load(packed.place, into: &scratch)
    } else {
      scratch.removeAll(keepingCapacity: true)
    }
    return scratch.withUnsafeBufferPointer(body)
  }

  private func packedTile(_ tile: TileID) -> PackedTile? {
    guard let level = levels[tile.zoom] else { return nil }
    let number = tile.serial - TileID.first(ofZoom: tile.zoom)
    var (low, high) = (0, level.count)
    while low < high {
      let middle = (low + high) / 2
      if level[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < level.count && level[low].number == number ? level[low] : nil
  }
}
