/// Lines that fade with age, kept as integers by pixel: shapes are added and taken away, and nothing is drawn anew.
///
/// A shape of step s is whole at step s and has faded in even steps to nothing at step s + `lifetime`. Where shapes
/// overlap, light and opacity add up, to no more than opaque. Sums are integers, so what is kept depends on the shapes
/// that are there and not on the order in which they came, nor on those that came and went.
package struct FadingInk: Sendable {
  /// Columns.
  package let width: Int
  /// Rows.
  package let height: Int
  /// Steps from whole to nothing.
  package let lifetime: Int

  /// Sums over the shapes of a pixel, of coverage (255ths) times premultiplied linear light.
  package struct Cell: Equatable, Sendable {
    /// Red, green, blue and opacity.
    package fileprivate(set) var light = SIMD4<Int64>()
    /// The same times the shape's step, from which the age of all together follows.
    package fileprivate(set) var moment = SIMD4<Int64>()
  }

  /// Pixels of a block, both ways; a block's pixels are the bits of a word.
  static let side = 8

  let columns: Int
  /// Where a block's cells begin; negative where nothing was ever drawn.
  private var places: [Int32]
  /// Which pixels of a block are not empty, row-major from the lowest bit.
  private var inked: [UInt64]
  private var cells: [Cell] = []
  private var rasterizer = CoverageRasterizer()

  /// An empty window; shapes live for at least one step.
  package init(width: Int, height: Int, lifetime: Int) {
    precondition(width > 0 && height > 0 && lifetime > 0, "ink has room and time")
    self.width = width
    self.height = height
    self.lifetime = lifetime
    columns = (width + Self.side - 1) / Self.side
    let blocks = columns * ((height + Self.side - 1) / Self.side)
    places = Array(repeating: -1, count: blocks)
    inked = Array(repeating: 0, count: blocks)
  }

  /// Adds a line along a path as a shape of a step.
  package mutating func add(_ path: Path, style: StrokeStyle, color: Color, step: Int) {
    draw(path, style, color, step, sign: 1)
  }

  /// Takes away what the same call of `add` has added.
  package mutating func remove(_ path: Path, style: StrokeStyle, color: Color, step: Int) {
    draw(path, style, color, step, sign: -1)
  }

  private mutating func draw(_ path: Path, _ style: StrokeStyle, _ color: Color, _ step: Int, sign: Int64) {
    let light = SIMD4<Int64>(truncatingIfNeeded: LinearLight.premultiplied(color)) &* sign
    var sink = Sink(
      light: light, step: Int64(step), columns: columns, places: places, inked: inked, cells: cells)
    // The sink has them alone while it draws.
    (places, inked, cells) = ([], [], [])
    rasterizer.stroke(path, style: style, clip: PixelRect(x: 0, y: 0, width: width, height: height), into: &sink)
    (places, inked, cells) = (sink.places, sink.inked, sink.cells)
  }

  /// Receives the coverage of one shape.
  private struct Sink: CoverageSink {
    let light: SIMD4<Int64>
    let step: Int64
    let columns: Int
    var places: [Int32]
    var inked: [UInt64]
    var cells: [Cell]

    mutating func run(y: Int, x: Range<Int>, coverage: UInt8) {
      for column in x { add(coverage, column, y) }
    }

    mutating func pixels(y: Int, x: Int, coverages: UnsafeBufferPointer<UInt8>) {
      for index in coverages.indices where coverages[index] > 0 { add(coverages[index], x + index, y) }
    }

    @inline(__always)
    private mutating func add(_ coverage: UInt8, _ x: Int, _ y: Int) {
      let block = (y &>> 3) &* columns &+ x &>> 3
      if places[block] < 0 {
        places[block] = Int32(cells.count)
        cells.append(contentsOf: repeatElement(Cell(), count: side * side))
      }
      let pixel = (y & 7) &<< 3 | x & 7
      let place = Int(places[block]) &+ pixel
      let added = light &* Int64(coverage)
      let sum = cells[place].light &+ added
      cells[place].light = sum
      cells[place].moment &+= added &* step
      // Whatever has light has opacity.
      if sum.w == 0 { inked[block] &= ~(1 &<< UInt64(pixel)) } else { inked[block] |= 1 &<< UInt64(pixel) }
    }
  }
}

extension FadingInk {
  /// Whether no pixel holds anything.
  package var isEmpty: Bool { inked.allSatisfy { $0 == 0 } }

  /// Lays the ink as it is at a step over a pixmap, whose pixel (`x`, `y`) is the window's first; the steps of all
  /// shapes lie at most `lifetime` behind.
  package func blend(onto pixmap: inout Pixmap, x: Int = 0, y: Int = 0, at step: Int) {
    let (rest, scale) = (Int64(lifetime - step), 1 / (255 * Float(lifetime)))
    let area = pixmap.bounds.intersection(PixelRect(x: x, y: y, width: width, height: height))
    let stride = pixmap.width
    pixmap.pixels.withUnsafeMutableBufferPointer { pixels in
      cells.withUnsafeBufferPointer { cells in
        for (block, bits) in inked.enumerated() where bits != 0 {
          let (left, top) = (block % columns * Self.side + x, block / columns * Self.side + y)
          let first = Int(places[block])
          var bits = bits
          while bits != 0 {
            let pixel = bits.trailingZeroBitCount
            bits &= bits &- 1
            let (column, row) = (left + pixel & 7, top + pixel &>> 3)
            guard column >= area.x, column < area.maxX, row >= area.y, row < area.maxY else { continue }
            let cell = cells[first + pixel]
            var light = SIMD4<Float>(cell.light &* rest &+ cell.moment) * scale
            guard light.w >= 0.5 else { continue }
            if light.w > 65535 { light *= 65535 / light.w }
            // Between 0 and 65535, so that every conversion is one.
            @inline(__always) func whole(_ value: Float) -> UInt16 { UInt16(truncatingIfNeeded: Int32(value + 0.5)) }
            let ink = SIMD4(whole(light.x), whole(light.y), whole(light.z), whole(light.w))
            pixels[row * stride + column] = CoverageInk.over(ink, pixels[row * stride + column])
          }
        }
      }
    }
  }

  /// The sums of a pixel, zero where nothing is.
  package func cell(_ column: Int, _ row: Int) -> Cell {
    let block = row / Self.side * columns + column / Self.side
    guard places[block] >= 0 else { return Cell() }
    return cells[Int(places[block]) + row % Self.side * Self.side + column % Self.side]
  }
}
