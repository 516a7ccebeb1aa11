/// Where the copies of the world lie in relation to a window, along x.
struct WorldCopies {
  /// The world's width in units of `PixelPoint`; 0 when it does not repeat.
  let worldWidth: Int64
  /// The window's width in the same units.
  let windowSpan: Int64
  /// Columns of the window, or 0 where it shows some of the world twice: what lies among them lies nowhere else.
  let columnsSeenOnce: Int
  /// A multiple of the world's width that brings the vessel's unwrapped x near the window.
  private(set) var shift: Int64 = 0

  init(width: Int, worldWidth: Int64, bits: Int64) {
    self.worldWidth = worldWidth
    windowSpan = Int64(width) << bits
    columnsSeenOnce = worldWidth == 0 || windowSpan <= worldWidth ? width : 0
  }

  /// Whether two shifted x and all between them are surely outside the window in every copy.
  @inline(__always)
  func isBesideWindow(_ one: Int64, _ other: Int64) -> Bool {
    if min(one, other) >= windowSpan { return worldWidth == 0 || max(one, other) < worldWidth }
    return worldWidth == 0 && max(one, other) < 0
  }

  /// The numbers of the copies in which two shifted ends' bounding box meets the window.
  func copies(of one: PixelPoint, _ other: PixelPoint) -> Range<Int64> {
    let least = min(one.x, other.x)
    let greatest = max(one.x, other.x)
    guard worldWidth > 0 else { return greatest >= 0 && least < windowSpan ? 0..<1 : 0..<0 }
    let first = -Self.floor(greatest, worldWidth)
    let last = Self.floor(windowSpan - 1 - least, worldWidth)
    return first <= last ? first..<(last + 1) : 0..<0
  }

  /// Shifts so that a place that is now at `x` comes to lie in 0..<worldWidth.
  mutating func follow(_ x: Int64) {
    guard worldWidth > 0, x < 0 || x >= worldWidth else { return }
    shift -= Self.floor(x, worldWidth) * worldWidth
  }

  private static func floor(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return quotient * divisor > value ? quotient - 1 : quotient
  }
}
