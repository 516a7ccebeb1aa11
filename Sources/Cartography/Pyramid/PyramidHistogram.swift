import Geography
import Platform
import Raster
import Synchronization
import Tracks

extension DensityPyramid {
  /// The values above 0 of all pixels of all tiles at all zooms, each pixel once.
  package func histogram(smoothing: SmoothingReach?) throws(TracksError) -> ValueHistogram {
    let all = plan.zooms.flatMap { tiles(zoom: $0, smoothing: smoothing) }
    let whole = Mutex(ValueHistogram())
    try concurrently(plan.threads, claiming: all.count, stride: 16) { claim throws(TracksError) in
      var part = ValueHistogram()
      var values = TileValues(self, smoothing: smoothing)
      while let range = claim() {
        for tile in all[range] { try values.withValues(of: tile) { part.add($1) } }
      }
      whole.withLock { $0.merge(part) }
    }
    return whole.withLock { $0 }
  }
}
