/// Which regions of a path with several or crossing contours are inside.
///
/// Accumulated area cannot tell two half-covered overlapping pieces of one pixel from one whole piece:
/// a pixel where contours overlap is covered by min(1, |sum|) with `nonZero` and by the sum folded into 0...1
/// with `evenOdd`. Where no two contours share a pixel, and wherever a pixel is wholly inside or outside
/// each of them, both are exact.
package enum FillRule: Sendable {
  /// Inside where contours wind around a place in one direction more often than in the other.
  case nonZero
  /// Inside where an odd number of contours lies around a place.
  case evenOdd
}
