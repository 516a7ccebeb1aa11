import Geography
import Platform
import Raster
import Synchronization
import Tracks

/// How often values occur in all pixels of all tiles.
package struct PyramidHistogram: Sendable {
  /// The values above 0 of all zooms, pixels of sparser zooms counted more than once.
  ///
  /// A zoom has up to four times the pixels of the one above, and at lower zooms a lone ship's time is spread over more
  /// sea: if each pixel had the same say the deepest zoom alone would decide, and those far above it be all dark; if each
  /// zoom had, the deepest would be all bright. So a zoom's pixels count as often as the square root of how many times
  /// more of them the fullest zoom has, rounded. Those of a single zoom count once.
  package let values: ValueHistogram
  /// Where the scale of smoothed values is to begin and end, so that every zoom is seen; nil without values.
  package let visibleRange: ClosedRange<Double>?

  /// The values of a pyramid, smoothed or not.
  package init(_ pyramid: DensityPyramid, smoothing: SmoothingReach?) throws(TracksError) {
    var parts: [ValueHistogram] = []
    for zoom in pyramid.plan.zooms {
      parts.append(try PyramidHistogram.values(pyramid, zoom: zoom, smoothing: smoothing))
    }
    let most = parts.map(\.count).max() ?? 0
    var whole = ValueHistogram()
    for part in parts where part.count > 0 {
      whole.merge(part, times: UInt64((Double(most) / Double(part.count)).squareRoot().rounded()))
    }
    values = whole
    let ranges = parts.compactMap(\.visibleRange)
    visibleRange = ranges.map(\.lowerBound).min().flatMap { lower in whole.maximum.map { lower...max(lower, $0) } }
  }

  private static func values(
    _ pyramid: DensityPyramid, zoom: Int, smoothing: SmoothingReach?
  ) throws(TracksError) -> ValueHistogram {
    let tiles = pyramid.tiles(zoom: zoom, smoothing: smoothing)
    let whole = Mutex(ValueHistogram())
    try concurrently(pyramid.plan.threads, claiming: tiles.count, stride: 16) { claim throws(TracksError) in
      var part = ValueHistogram()
      var values = TileValues(pyramid, smoothing: smoothing)
      while let range = claim() {
        for tile in tiles[range] { try values.withValues(of: tile) { part.add($1) } }
      }
      whole.withLock { $0.merge(part) }
    }
    return whole.withLock { $0 }
  }
}
