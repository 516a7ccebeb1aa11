/// The order in which a straight leg crosses the borders of half-open pixels, in exact integers.
///
/// The ends are ordered by (y, x) first, so a reversed leg is the same walk. From there y never falls. The i-th border
/// across x lies `firstX + i` pixels from the start along x, likewise for y, both counted from 0; a place in the walk
/// is the pair of numbers of borders crossed so far. Everything is derived from these numbers directly, so a walk that
/// starts midway equals the rest of the whole walk. After J. Amanatides and A. Woo, "A fast voxel traversal algorithm
/// for ray tracing", 1987.
struct DensityWalk {
  /// The leg's extent along x and y, not negative.
  let spanX: Int64
  let spanY: Int64
  /// Column and row of the first pixel.
  let column: Int64
  let row: Int64
  /// +1 eastward, -1 westward.
  let columnStep: Int64
  /// Numbers of borders that are crossed.
  let crossingsX: Int64
  let crossingsY: Int64
  /// Distances from the start to the first borders, 0...pixel.
  let firstX: Int64
  let firstY: Int64

  /// Binary digits behind the point, at most 32.
  let bits: Int64

  /// One pixel in the points' units.
  @inline(__always)
  var pixel: Int64 { 1 &<< bits }

  @inline(__always)
  init(_ one: PixelPoint, _ other: PixelPoint, bits: Int64) {
    let isOrdered = one.y < other.y || (one.y == other.y && one.x <= other.x)
    let start = isOrdered ? one : other
    let end = isOrdered ? other : one
    self.bits = bits
    let pixel: Int64 = 1 &<< bits
    let deltaX = end.x &- start.x
    // -1 westward, 0 eastward
    let west = deltaX &>> 63
    columnStep = west | 1
    spanX = (deltaX ^ west) &- west
    spanY = end.y &- start.y
    column = start.x &>> bits
    row = start.y &>> bits
    crossingsX = (((end.x &>> bits) &- column) ^ west) &- west
    crossingsY = (end.y &>> bits) &- row
    // A westward border belongs to the pixel on its east: it is crossed just after the start when that lies on it.
    let fraction = start.x & (pixel &- 1)
    firstX = (fraction & west) | ((pixel &- fraction) & ~west)
    firstY = pixel &- (start.y & (pixel &- 1))
  }

  /// Whether products of two distances of this walk, each up to a pixel beyond its end, fit 63 bits.
  @inline(__always)
  var isShort: Bool { (spanX | spanY) < 1 << 30 }

  @inline(__always)
  func distanceX(_ index: Int64) -> Int64 { firstX &+ index &<< bits }

  @inline(__always)
  func distanceY(_ index: Int64) -> Int64 { firstY &+ index &<< bits }
}

extension DensityWalk {
  /// A border across one of the axes, by its number along the walk.
  enum Border {
    case x(Int64)
    case y(Int64)
  }

  /// The part of a walk inside a window: from a place after `entry` to a place before `exit`.
  ///
  /// `entry` and `exit` are nil where the leg begins or ends inside.
  struct Stretch {
    var fromX: Int64 = 0
    var fromY: Int64 = 0
    var entry: Border?
    var toX: Int64
    var toY: Int64
    var exit: Border?

    var crossings: Int64 { (toX - fromX) + (toY - fromY) }
  }

  /// The walk from its one end to the other.
  var whole: Stretch { Stretch(toX: crossingsX, toY: crossingsY) }

  /// The part of the walk in the pixels of columns 0..<width and rows 0..<height; nil when it has no pixel there.
  ///
  /// The time does not depend on the leg's length.
  func stretch(width: Int64, height: Int64) -> Stretch? {
    guard row < height, row + crossingsY >= 0 else { return nil }
    let toWindow: Int64
    let pastWindow: Int64
    if columnStep > 0 {
      toWindow = -column
      pastWindow = width - column
    } else {
      toWindow = column - (width - 1)
      pastWindow = column + 1
    }
    guard pastWindow > 0, toWindow <= crossingsX else { return nil }

    var result = whole
    if row < 0 {
      result.fromY = -row
      result.fromX = crossingsXBefore(borderY: -row - 1)
      result.entry = .y(-row - 1)
    }
    if toWindow > 0 {
      let y = crossingsYBefore(borderX: toWindow - 1)
      if toWindow + y > result.fromX + result.fromY {
        result.fromX = toWindow
        result.fromY = y
        result.entry = .x(toWindow - 1)
      }
    }
    if row + crossingsY >= height {
      let index = height - row - 1
      result.toY = index
      result.toX = crossingsXBefore(borderY: index)
      result.exit = .y(index)
    }
    if pastWindow <= crossingsX {
      let y = crossingsYBefore(borderX: pastWindow - 1)
      if pastWindow - 1 + y < result.toX + result.toY {
        result.toX = pastWindow - 1
        result.toY = y
        result.exit = .x(pastWindow - 1)
      }
    }
    return result.crossings >= 0 ? result : nil
  }

  /// Whether the border across x comes before the one across y; where both are met at once y is first.
  ///
  /// A border is crossed at the point that lies on it going east or south, just after that point going west.
  func isNextX(_ x: Int64, _ y: Int64) -> Bool {
    Int128(distanceX(x)) * Int128(spanY) < Int128(distanceY(y)) * Int128(spanX)
  }

  /// Milliseconds from the start to a border, of `duration` for the whole leg, rounded down.
  func milliseconds(to border: Border, of duration: Int64) -> Int64 {
    switch border {
    case .x(let index): Self.quotient(duration, distanceX(index), over: spanX, roundingUp: false)
    case .y(let index): Self.quotient(duration, distanceY(index), over: spanY, roundingUp: false)
    }
  }

  /// How many borders across x come before a border across y: those reached strictly earlier.
  private func crossingsXBefore(borderY index: Int64) -> Int64 {
    let reach = Self.quotient(distanceY(index), spanX, over: spanY, roundingUp: true)
    guard firstX < reach else { return 0 }
    return min((reach - firstX + pixel - 1) >> bits, crossingsX)
  }

  /// How many borders across y come before a border across x: those reached earlier or at the same time.
  private func crossingsYBefore(borderX index: Int64) -> Int64 {
    let reach = Self.quotient(distanceX(index), spanY, over: spanX, roundingUp: false)
    guard firstY <= reach else { return 0 }
    return min((reach - firstY) >> bits + 1, crossingsY)
  }

  /// factor * other / divisor in whole numbers, none negative; the divisor is positive.
  static func quotient(_ factor: Int64, _ other: Int64, over divisor: Int64, roundingUp: Bool) -> Int64 {
    let excess = roundingUp ? divisor - 1 : 0
    if factor | other | excess < 1 << 31 { return (factor * other + excess) / divisor }
    return Int64((Int128(factor) * Int128(other) + Int128(excess)) / Int128(divisor))
  }
}
