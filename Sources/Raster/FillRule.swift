/// Which regions of a path with several or crossing contours are inside.
///
/// Accumulated area cannot tell two half-covered overlapping pieces of one pixel from one whole piece:
/// a pixel is covered by min(1, |sum|) with `nonZero` and by the sum folded into 0...1 with `evenOdd`, the sum being that
/// of area times winding number. Both are exact in pixels where no edges cross or overlap, and in those wholly inside
/// or outside; where a contour crosses itself or another, a single pixel may be wrong by a third of its range.
package enum FillRule: Sendable {
  /// Inside where contours wind around a place in one direction more often than in the other.
  case nonZero
  /// Inside where an odd number of contours lies around a place.
  case evenOdd
}
