/// A fix in the pixel grid of a window, in fixed point: units of 2^-fractionBits pixel from its north-west corner.
///
/// x runs east and y south; a fix may lie far outside the window (|x|, |y| < 2^50). Along a track x is unwrapped:
/// neighbours differ by at most half a world.
package struct PixelPoint: Hashable, Sendable {
  /// Binary digits behind the point unless a `DensityGrid` says otherwise; the pixel is `x >> fractionBits`, so pixels
  /// are half-open.
  package static let fractionBits: Int64 = 16

  package var x: Int64
  package var y: Int64

  /// A fix from its coordinates in fixed point.
  @inlinable package init(x: Int64, y: Int64) {
    self.x = x
    self.y = y
  }
}
