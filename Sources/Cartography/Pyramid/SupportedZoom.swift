import Geography
import Platform
import Raster
import Synchronization
import Tracks

/// How deep a pyramid the density of positions supports.
package enum SupportedZoom {
  /// Most that is chosen without being asked for.
  private static let most = 14

  /// The deepest zoom at which half of the observed legs of moving ships are at most four pixels long, 0...14.
  ///
  /// Beyond it a picture shows straight lines between positions rather than where ships were. Lengths are taken to the
  /// power of two below, which makes the median exact whatever the order of the vessels.
  package static func deepest(for tracks: TrackSet, tileSize: Int, rule: LegRule) throws(TracksError) -> Int {
    let counts = Mutex([Int](repeating: 0, count: 64))
    let grid = PixelGrid(zoom: 0)
    let view = Viewport(grid: grid, x: 0, y: 0, width: 1, height: 1)
    try concurrently(processorCount(), claiming: tracks.vesselCount, stride: 64) { claim throws(TracksError) in
      var part = [Int](repeating: 0, count: 64)
      var projector = TrackProjector(viewport: view, rule: rule)
      var scratch: [Fix] = []
      while let range = claim() {
        for vessel in range {
          try tracks.withFixes(ofVessel: vessel, scratch: &scratch) { fixes in
            projector.project(fixes) { points, legs in
              for index in 0..<legs.count where legs[index] > 0 {
                let (dx, dy) = (points[index + 1].x - points[index].x, points[index + 1].y - points[index].y)
                let length = max(abs(dx), abs(dy))
                // A ship at anchor swings: its legs are shorter than a knot makes them.
                guard isMoving(length, milliseconds: legs[index]) else { continue }
                part[63 - length.leadingZeroBitCount] += 1
              }
            }
          }
        }
      }
      counts.withLock { counts in
        for bin in counts.indices { counts[bin] += part[bin] }
      }
    }
    let bins = counts.withLock { $0 }
    let total = bins.reduce(0, +)
    guard total > 0 else { return most }
    var below = 0
    let median = bins.firstIndex { count in
      below += count
      return 2 * below >= total
    }
    // A length of 2^m units is four pixels where a pixel is 2^(m-2), and zoom z has pixels of 2^(bits of zoom 0 - z).
    let zoom = Int(grid.fractionBits) - (median ?? 0) + 2 - (tileSize / 256).trailingZeroBitCount
    return min(max(zoom, 0), most)
  }

  /// Whether a leg is longer than a ship of one knot makes it at the equator; in units of 2^-40 world.
  private static func isMoving(_ length: Int64, milliseconds: Int64) -> Bool {
    let unitsPerMetre = 1_099_511_627_776 / (2 * WebMercator.halfWorldInMetres)
    return Double(length) > Double(milliseconds) * (1_852 / 3_600_000) * unitsPerMetre
  }
}
