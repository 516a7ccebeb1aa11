/// From a pixel's summed area to its coverage, for one fill rule.
protocol WindingRule {
  /// Coverage in 255ths, rounded, of a signed area in 1/2^25 pixel.
  static func coverage(_ area: Int) -> UInt8
}

extension WindingRule {
  /// The area of one whole pixel.
  @inline(__always) static var whole: Int { 2 << (2 * SubpixelPoint.bits) }

  /// An area of 0 to one pixel in 255ths, rounded.
  @inline(__always) static func level(_ area: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: (area &* 255 &+ whole / 2) >> (2 * SubpixelPoint.bits + 1))
  }
}

/// `FillRule.nonZero`.
enum NonZeroWinding: WindingRule {
  @inline(__always) static func coverage(_ area: Int) -> UInt8 {
    let size = area < 0 ? 0 &- area : area
    return level(size < whole ? size : whole)
  }
}

/// `FillRule.evenOdd`.
enum EvenOddWinding: WindingRule {
  @inline(__always) static func coverage(_ area: Int) -> UInt8 {
    let turn = area & (2 &* whole &- 1)
    return level(turn <= whole ? turn : 2 &* whole &- turn)
  }
}
