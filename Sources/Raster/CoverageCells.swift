/// Signed areas of a region's pixels, summed edge by edge, and the sweep that turns them into coverage.
///
/// A cell holds the height that edges cross in its pixel, signed, and twice the area between them and the pixel's left
/// border: what lies right of an edge is covered, so that a row's running sum of heights gives its pixels' areas
/// (the cells of libart, AGG and FreeType). Four cells fill a cache line and have one mark; the sweep visits
/// marked cells only. Areas are in 1/2^25 pixel: twice the square of the subpixel grid.
///
/// Every crossing of an edge with a pixel border is a function of the edge's own differences alone, never of the
/// crossing before it. To clip is therefore to skip, and no edge is ever shortened.
struct CoverageCells: EdgeSink {
  /// Pairs of height and area, `stride` integers a row; all zero between paths.
  let cells: UnsafeMutablePointer<Int>
  /// One bit for four cells; all zero between paths.
  let marks: UnsafeMutablePointer<UInt64>
  /// Room for one row's coverages.
  let row: UnsafeMutablePointer<UInt8>
  /// The pixels whose coverage is wanted.
  let region: PixelRect
  private let stride: Int
  private let markStride: Int
  private let originX: Int
  private let originY: Int
  private let right: Int
  private let bottom: Int

  /// Integers in the cells of a row of `width` pixels.
  static func stride(width: Int) -> Int { ((width + 3) & ~3) * 2 }

  /// Mark words of a row of `width` pixels.
  static func markStride(width: Int) -> Int { (width + 255) >> 8 }

  init(
    cells: UnsafeMutablePointer<Int>, marks: UnsafeMutablePointer<UInt64>, row: UnsafeMutablePointer<UInt8>,
    region: PixelRect
  ) {
    self.cells = cells
    self.marks = marks
    self.row = row
    self.region = region
    stride = Self.stride(width: region.width)
    markStride = Self.markStride(width: region.width)
    originX = region.x << SubpixelPoint.bits
    originY = region.y << SubpixelPoint.bits
    right = region.width << SubpixelPoint.bits
    bottom = region.height << SubpixelPoint.bits
  }

  /// Adds one edge; its direction gives the area's sign, and nothing else depends on it.
  @inline(__always) func edge(_ from: SubpixelPoint, _ to: SubpixelPoint) {
    if from.y < to.y {
      descend(from.x &- originX, from.y &- originY, to.x &- originX, to.y &- originY, sign: 1)
    } else if from.y > to.y {
      descend(to.x &- originX, to.y &- originY, from.x &- originX, from.y &- originY, sign: -1)
    }
  }

  @inline(__always) private func descend(_ x0: Int, _ y0: Int, _ x1: Int, _ y1: Int, sign: Int) {
    if y1 <= 0 || y0 >= bottom || (x0 >= right && x1 >= right) { return }
    let bits = SubpixelPoint.bits
    if y0 >> bits == (y1 &- 1) >> bits && x0 >> bits == x1 >> bits && x0 >= 0 {
      let mask = SubpixelPoint.one &- 1
      add(row: y0 >> bits, column: x0 >> bits, height: sign &* (y1 &- y0), xSum: (x0 & mask) &+ (x1 & mask))
    } else if x0 <= 0 && x1 <= 0 {
      descendLeft(y0, y1, sign: sign)
    } else {
      descendRows(x0, y0, x1, y1, sign: sign)
    }
  }

  /// An edge left of the region counts as one along its border.
  private func descendLeft(_ y0: Int, _ y1: Int, sign: Int) {
    let bits = SubpixelPoint.bits
    var y = max(y0, 0)
    let end = min(y1, bottom)
    while y < end {
      let next = min(end, ((y >> bits) &+ 1) << bits)
      add(row: y >> bits, column: 0, height: sign &* (next &- y), xSum: 0)
      y = next
    }
  }

  private func descendRows(_ x0: Int, _ y0: Int, _ x1: Int, _ y1: Int, sign: Int) {
    let bits = SubpixelPoint.bits
    let dx = Double(x1 &- x0)
    let dy = Double(y1 &- y0)
    let slope = dx / dy
    let steepness = x0 == x1 ? 0 : dy / dx
    var row = y0 >> bits
    var x = x0
    var y = y0
    if row < 0 {
      row = 0
      x = x0 &+ SubpixelPoint.nearest(slope * Double(0 &- y0))
      y = 0
    }
    let end = min(y1, bottom)
    while y < end {
      let border = (row &+ 1) << bits
      let nextY = border < y1 ? border : y1
      let nextX = border < y1 ? x0 &+ SubpixelPoint.nearest(slope * Double(border &- y0)) : x1
      if x >> bits == nextX >> bits && x >= 0 {
        if x < right {
          let mask = SubpixelPoint.one &- 1
          add(row: row, column: x >> bits, height: sign &* (nextY &- y), xSum: (x & mask) &+ (nextX & mask))
        }
      } else if x < nextX {
        across(row: row, x, y, nextX, nextY, x0, y0, steepness, sign: sign)
      } else {
        across(row: row, nextX, nextY, x, y, x0, y0, steepness, sign: 0 &- sign)
      }
      row &+= 1
      x = nextX
      y = nextY
    }
  }

  /// The part of an edge within one row, from its left end to its right end, through several columns.
  @inline(__always) private func across(
    row: Int, _ leftX: Int, _ leftY: Int, _ rightX: Int, _ rightY: Int, _ x0: Int, _ y0: Int,
    _ steepness: Double, sign: Int
  ) {
    if leftX >= right { return }
    let bits = SubpixelPoint.bits
    let one = SubpixelPoint.one
    let low = min(leftY, rightY)
    let high = max(leftY, rightY)
    // Rounded twice, the crossing may leave the row's part of the edge: hold it there.
    @inline(__always) func crossing(_ x: Int) -> Int {
      let y = y0 &+ SubpixelPoint.nearest(steepness * Double(x &- x0))
      return y < low ? low : (y > high ? high : y)
    }
    var column = leftX >> bits
    var fraction = leftX & (one &- 1)
    var y = leftY
    let line = cells + row &* stride
    if leftX < 0 {
      column = 0
      fraction = 0
      y = rightX <= 0 ? rightY : crossing(0)
      line[0] &+= sign &* (y &- leftY)
      if rightX <= 0 {
        mark(row: row, from: 0, through: 0)
        return
      }
    }
    let firstColumn = column
    let lastColumn = min(rightX >> bits, region.width &- 1)
    while column <= lastColumn {
      let border = (column &+ 1) << bits
      let ends = border > rightX
      let nextY = ends ? rightY : crossing(border)
      let xSum = fraction &+ (ends ? rightX & (one &- 1) : one)
      let height = sign &* (nextY &- y)
      line[2 &* column] &+= height
      line[2 &* column &+ 1] &+= height &* xSum
      y = nextY
      fraction = 0
      column &+= 1
    }
    mark(row: row, from: firstColumn, through: lastColumn)
  }

  @inline(__always) private func add(row: Int, column: Int, height: Int, xSum: Int) {
    let cell = cells + (row &* stride &+ 2 &* column)
    cell[0] &+= height
    cell[1] &+= height &* xSum
    marks[row &* markStride &+ column >> 8] |= 1 &<< UInt64(truncatingIfNeeded: (column >> 2) & 63)
  }

  @inline(__always) private func mark(row: Int, from first: Int, through last: Int) {
    let words = marks + row &* markStride
    let firstBlock = first >> 2
    let lastBlock = last >> 2
    if firstBlock >> 6 == lastBlock >> 6 {
      let upTo = UInt64.max &>> UInt64(truncatingIfNeeded: 63 &- (lastBlock & 63))
      words[firstBlock >> 6] |= upTo & (UInt64.max &<< UInt64(truncatingIfNeeded: firstBlock & 63))
    } else {
      for block in firstBlock...lastBlock {
        words[block >> 6] |= 1 &<< UInt64(truncatingIfNeeded: block & 63)
      }
    }
  }

  /// Hands the region's coverage to the sink and leaves all cells and marks zero.
  @inline(__always) func sweep<Winding: WindingRule, Sink: CoverageSink>(
    _ rule: Winding.Type, into sink: inout Sink
  ) {
    announce(to: &sink)
    let fullBits = SubpixelPoint.bits &+ 1
    for y in 0..<region.height {
      let words = marks + y &* markStride
      let line = cells + y &* stride
      var height = 0
      var x = 0
      for word in 0..<markStride where words[word] != 0 {
        var bits = words[word]
        words[word] = 0
        while bits != 0 {
          let first = bits.trailingZeroBitCount
          let count = (~(bits &>> UInt64(truncatingIfNeeded: first))).trailingZeroBitCount
          bits = first &+ count >= 64 ? 0 : bits & (UInt64.max &<< UInt64(truncatingIfNeeded: first &+ count))
          let start = (word &* 64 &+ first) &* 4
          let end = start &+ count &* 4
          run(y: y, from: x, to: start, coverage: Winding.coverage(height &<< fullBits), into: &sink)
          for column in start..<end {
            height &+= line[2 &* column]
            row[column] = Winding.coverage(height &<< fullBits &- line[2 &* column &+ 1])
            line[2 &* column] = 0
            line[2 &* column &+ 1] = 0
          }
          let visible = min(end, region.width) &- start
          if visible > 0 {
            sink.pixels(
              y: region.y &+ y, x: region.x &+ start,
              coverages: UnsafeBufferPointer(start: row + start, count: visible))
          }
          x = end
        }
      }
      run(y: y, from: x, to: region.width, coverage: Winding.coverage(height &<< fullBits), into: &sink)
    }
  }

  /// Tells the sink where ink comes, so that its memory is under way for many rows at once.
  @inline(__always) private func announce<Sink: CoverageSink>(to sink: inout Sink) {
    for y in 0..<region.height {
      let words = marks + y &* markStride
      for word in 0..<markStride where words[word] != 0 {
        let first = words[word].trailingZeroBitCount
        let last = 63 &- words[word].leadingZeroBitCount
        sink.expect(y: region.y &+ y, x: region.x &+ (word &* 64 &+ first) &* 4)
        sink.expect(y: region.y &+ y, x: region.x &+ (word &* 64 &+ last) &* 4)
      }
    }
  }

  @inline(__always) private func run<Sink: CoverageSink>(
    y: Int, from start: Int, to end: Int, coverage: UInt8, into sink: inout Sink
  ) {
    if coverage != 0 && start < end {
      sink.run(y: region.y &+ y, x: region.x &+ start..<region.x &+ end, coverage: coverage)
    }
  }
}
