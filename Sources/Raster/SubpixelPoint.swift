/// A place on the integer grid that all ink is quantised to, once: 1/4096 pixel, x right, y down.
///
/// The grid makes coverage a matter of integers, so that it is the same bits on any canvas, at any whole-pixel
/// offset and in either direction of a line. It is 16 times finer than the 1/256 usual in 8-bit
/// rasterizers: quantisation then stays below a tenth of a coverage level for any line width, for no more
/// work, as sums are 64-bit anyhow (a ship at anchor winds some 100,000 times around one pixel in a year).
struct SubpixelPoint: Hashable {
  var x: Int
  var y: Int

  static let bits = 12
  static let one = 1 << bits

  /// Beyond this many pixels from the origin a coordinate is drawn at the limit.
  static let limitInPixels = 1_073_741_824.0

  init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// The grid's place next to a point; nil where a coordinate is not finite.
  @inline(__always) init?(_ point: Point) {
    guard point.x.isFinite, point.y.isFinite else { return nil }
    x = Self.quantise(point.x)
    y = Self.quantise(point.y)
  }

  /// Pixels to grid units, clamped to the limit.
  @inline(__always) static func quantise(_ pixels: Double) -> Int {
    let low = pixels < -limitInPixels ? -limitInPixels : pixels
    return nearest((low > limitInPixels ? limitInPixels : low) * Double(one))
  }

  /// The nearest integer, ties to even, for |value| < 2^51: adding 1.5 x 2^52 leaves it in the low bits.
  ///
  /// Ties to even is symmetric under negation, and shifting by whole pixels keeps a tie's parity.
  @inline(__always) static func nearest(_ value: Double) -> Int {
    Int(truncatingIfNeeded: (value + 6_755_399_441_055_744.0).bitPattern) &- 0x4338_0000_0000_0000
  }

  var point: Point { Point(x: Double(x) / Double(Self.one), y: Double(y) / Double(Self.one)) }
}
