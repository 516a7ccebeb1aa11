import Raster

/// One letter's shape in font units: x runs right from the pen, y up from the baseline.
package struct Glyph: Sendable, Equatable {
  /// Closed contours to be filled non-zero.
  package var outline: Path
  /// How far the pen moves right, in font units.
  package var advance: Double
}
