import Geography
import Platform
import Raster
import Synchronization
import Tracks

/// Tracks as lines in the pixels of one grid, found by place and drawn alike in any window.
///
/// Made once for a grid; windows may then be drawn on several threads at the same time. Places are rounded to whole
/// units of the world once and to 1/4096 pixel of the grid once, and only then moved into a window by whole pixels.
package struct TrackLayer: Sendable {
  /// The pixels.
  package let grid: PixelGrid
  /// What the colours say.
  package let coloring: TrackColoring
  private(set) var style: TrackLineStyle
  let traced: TrackPieces
  let cells: TrackCells

  /// Whether nobody saw one of the ships for a while.
  package let hasGaps: Bool

  /// How many points the lines have that are left after thinning.
  package var pointCount: Int { traced.points.count }

  /// Traces all tracks on `threads` workers; the result does not depend on how many.
  ///
  /// Observed legs become lines and gaps dashed ones; jumps are left out. Lines are `scale` times as wide as where a
  /// pixel is a point, and `widths` times as wide as usual. Throws where tracks cannot be read back from disk.
  package init(
    _ tracks: TrackSet, grid: PixelGrid, rule: LegRule, coloring: TrackColoring, scale: Double = 1, widths: Double = 1,
    threads: Int
  ) throws(TracksError) {
    self.grid = grid
    self.coloring = coloring
    style = TrackLineStyle(grid: grid, vesselCount: tracks.vesselCount, scale: scale, widths: widths)
    traced = try TrackLayer.trace(tracks, grid: grid, rule: rule, coloring: coloring, threads: threads)
    hasGaps = traced.pieces.contains(where: \.isGap)
    cells = TrackLayer.index(traced, grid: grid, threads: threads)
  }

  /// The same lines as wide as where so many vessels share the map, and not all that the tracks hold.
  package func sharedBy(vessels: Int, scale: Double, widths: Double) -> TrackLayer {
    var layer = self
    layer.style = TrackLineStyle(grid: grid, vesselCount: vessels, scale: scale, widths: widths)
    return layer
  }

  private static func trace(
    _ tracks: TrackSet, grid: PixelGrid, rule: LegRule, coloring: TrackColoring, threads: Int
  ) throws(TracksError) -> TrackPieces {
    let parts = Mutex<[(start: Int, pieces: TrackPieces)]>([])
    try concurrently(threads, claiming: tracks.vesselCount, stride: 16) { claim throws(TracksError) in
      var scratch: [Fix] = []
      while let range = claim() {
        var tracer = TrackTracer(pixelsPerUnit: grid.pixelsPerUnit, rule: rule, coloring: coloring)
        for vessel in range {
          try tracks.withFixes(ofVessel: vessel, scratch: &scratch) { tracer.trace($0, vessel: vessel) }
        }
        let traced = tracer.traced
        parts.withLock { $0.append((range.lowerBound, traced)) }
      }
    }
    var all = TrackPieces()
    for part in parts.withLock({ $0.sorted { $0.start < $1.start } }) { all.append(part.pieces) }
    return all
  }

  private static func index(_ traced: TrackPieces, grid: PixelGrid, threads: Int) -> TrackCells {
    let all = Mutex(TrackCells(grid: grid))
    concurrently(threads, count: traced.pieces.count, stride: 1 << 14) { _, range in
      var part = TrackCells(grid: grid)
      part.add(traced, numbers: range)
      all.withLock { $0.append(part) }
    }
    return all.withLock { cells in
      cells.sort()
      return cells
    }
  }
}
