/// From a pixel's summed area to its coverage, for one fill rule.
protocol WindingRule {
  /// Coverage in 255ths, rounded, of a signed area in 1/2^25 pixel.
  static func coverage(_ area: Int) -> UInt8
}

/// `FillRule.nonZero`.
enum NonZeroWinding: WindingRule {
  @inline(__always) static func coverage(_ area: Int) -> UInt8 {
    let size = area < 0 ? 0 &- area : area
    let whole = size < 1 << 25 ? size : 1 << 25
    return UInt8(truncatingIfNeeded: (whole &* 255 &+ 1 << 24) >> 25)
  }
}

/// `FillRule.evenOdd`.
enum EvenOddWinding: WindingRule {
  @inline(__always) static func coverage(_ area: Int) -> UInt8 {
    let turn = area & (1 << 26 &- 1)
    let whole = turn <= 1 << 25 ? turn : 1 << 26 &- turn
    return UInt8(truncatingIfNeeded: (whole &* 255 &+ 1 << 24) >> 25)
  }
}
