/// What a cell of a `DensityGrid` counts.
package enum DensityMeasure: String, Sendable, CaseIterable {
  /// Milliseconds that vessels spent in the cell along observed legs.
  case hours
  /// Tracks (chains of fixes joined by observed legs) that touched the cell, each once.
  case transits
  /// Vessels that touched the cell, each once.
  case vessels
  /// Fixes in the cell.
  case positions
}
