import Geography
import Raster
import Tracks

/// Which tiles a density pyramid is to have, and of what.
package struct PyramidPlan: Sendable {
  /// What is counted.
  package var measure: DensityMeasure
  /// Which legs are observed.
  package var rule: LegRule
  /// Lowest and deepest zoom, 0...24.
  package var zooms: ClosedRange<Int>
  /// Pixels to a tile's side: 256 or 512.
  package var tileSize: Int
  /// Only tiles that meet this box; nil for all that hold anything.
  package var box: BoundingBox?
  /// Whether tiles beyond the box are kept too, since smoothing spreads them into it.
  package var keepsNeighbours = false
  /// Workers, at least 1; the result does not depend on it.
  package var threads: Int
  /// Bytes of packed cells before some go to disk; the result does not depend on it.
  package var memory: Int

  /// A plan from its parts.
  package init(
    measure: DensityMeasure, rule: LegRule, zooms: ClosedRange<Int>, tileSize: Int, box: BoundingBox?, threads: Int,
    memory: Int
  ) {
    self.measure = measure
    self.rule = rule
    self.zooms = zooms
    self.tileSize = tileSize
    self.box = box
    self.threads = threads
    self.memory = memory
  }

  /// The tiles of a zoom that meet the box; nil where there is no box.
  package func range(zoom: Int) -> TileRange? {
    box.map { TileRange(zoom: zoom, tileSize: tileSize, covering: $0) }
  }

  /// The grid of a zoom's pixels.
  package func grid(zoom: Int) -> PixelGrid { PixelGrid(zoom: zoom, tileSize: tileSize) }
}
