import Raster
import TestSupport
import Testing

@Suite("Ink: strokes")
struct InkStrokeTests {
  private let frame = PixelRect(x: 0, y: 0, width: 64, height: 48)

  @Test("a straight line covers length times width, whatever its direction", arguments: UInt64(0)..<30)
  func lineArea(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (a, b) = (inner(&generator), inner(&generator))
    let width = generator.number(0.3...6)
    let length = ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
    let extra: [(StrokeStyle.Cap, Double)] = [
      (.butt, 0), (.square, width * width), (.round, width * width * 3.141592653589793 / 4),
    ]
    for (cap, capArea) in extra {
      let area = area(line([a, b]), StrokeStyle(width: width, cap: cap))
      #expect(abs(area - length * width - capArea) < 0.02 * (length * width + capArea) + 0.1)
    }
  }

  @Test(
    "no side of a wide zigzag leaves a hole or a shadow: sampled distance decides", arguments: UInt64(0)..<20)
  func distance(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let points = (0..<6).map { _ in inner(&generator) }
    let width = generator.number(1...16)
    var rasterizer = CoverageRasterizer()
    let coverage = rasterizer.coverage(
      ofStroke: line(points), style: StrokeStyle(width: width, join: .round, cap: .round), in: frame)
    for row in 0..<frame.height {
      for column in 0..<frame.width {
        let middle = Point(x: Double(column) + 0.5, y: Double(row) + 0.5)
        let nearest =
          zip(points, points.dropFirst()).map { segmentDistance(middle, $0, $1) }.min() ?? .infinity
        // Half a pixel's diagonal to either side of the rim a pixel is wholly in or wholly out.
        if nearest < width / 2 - 0.75 { #expect(coverage[row * frame.width + column] == 255) }
        if nearest > width / 2 + 0.75 { #expect(coverage[row * frame.width + column] == 0) }
      }
    }
  }

  @Test("the outline filled non-zero is the stroke", arguments: UInt64(0)..<40)
  func outlineIsStroke(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let path = generator.path(width: 64, height: 48, beyond: 4).forward
    let style = generator.strokeStyle(dashed: seed % 2 == 0)
    var rasterizer = CoverageRasterizer()
    let direct = rasterizer.coverage(ofStroke: path, style: style, in: frame)
    #expect(rasterizer.coverage(of: Stroker(style).outline(of: path), in: frame) == direct)
  }

  @Test("a miter ends where the limit says, and is a bevel beyond it")
  func miterLimit() {
    // A right angle's miter is 1.414 widths long.
    let corner = line([Point(x: 10, y: 40), Point(x: 40, y: 40), Point(x: 40, y: 10)])
    let miter = area(corner, StrokeStyle(width: 8, miterLimit: 1.5))
    let cut = area(corner, StrokeStyle(width: 8, miterLimit: 1.4))
    let bevel = area(corner, StrokeStyle(width: 8, join: .bevel))
    let round = area(corner, StrokeStyle(width: 8, join: .round))
    #expect(cut == bevel)
    #expect(abs(miter - bevel - 8) < 0.1)
    #expect(abs(round - bevel - (12.566 - 8)) < 0.2)
  }

  @Test("a contour without length is a dot with round and square caps, nothing with butt ones")
  func dots() {
    let center = Point(x: 20, y: 20)
    for path in [
      line([center, center]), line([center, center, center], closed: true), line([center], closed: true),
    ] {
      #expect(abs(area(path, StrokeStyle(width: 10, cap: .round)) - 78.54) < 0.5)
      #expect(abs(area(path, StrokeStyle(width: 10, cap: .square)) - 100) < 0.1)
      #expect(area(path, StrokeStyle(width: 10, cap: .butt)) == 0)
    }
    #expect(area(line([center]), StrokeStyle(width: 10, cap: .round)) == 0)
  }

  @Test("doubled points change nothing")
  func doubledPoints() {
    let points = [Point(x: 5, y: 5), Point(x: 30, y: 9), Point(x: 12, y: 40)]
    let doubled = points.flatMap { [$0, $0, $0] }
    for closed in [false, true] {
      for join in [StrokeStyle.Join.miter, .round, .bevel] {
        let style = StrokeStyle(width: 5, join: join)
        var rasterizer = CoverageRasterizer()
        #expect(
          rasterizer.coverage(ofStroke: line(points, closed: closed), style: style, in: frame)
            == rasterizer.coverage(ofStroke: line(doubled, closed: closed), style: style, in: frame))
      }
    }
  }

  @Test("dashes cover their share of the line and restart at each contour")
  func dashShare() {
    var path = line([Point(x: 2, y: 10), Point(x: 62, y: 10)])
    path.append(line([Point(x: 2, y: 30), Point(x: 62, y: 30)]))
    let style = StrokeStyle(width: 4, dashes: [7, 5])
    var rasterizer = CoverageRasterizer()
    let coverage = rasterizer.coverage(ofStroke: path, style: style, in: frame)
    // Two lines of five dashes, each 7 by 4 pixels.
    let sum = coverage.reduce(0) { $0 + Int($1) }
    #expect(sum == 280 * 255)
    let upper = coverage[10 * 64..<11 * 64]
    #expect(Array(upper) == Array(coverage[30 * 64..<31 * 64]))
    #expect(upper.dropFirst(2).prefix(12).map { $0 == 255 } == (0..<12).map { $0 < 7 })
  }

  @Test("dash offset moves the pattern back along the line")
  func dashOffset() {
    let path = line([Point(x: 0, y: 10), Point(x: 60, y: 10)])
    var rasterizer = CoverageRasterizer()
    for offset in [3.0, 15, -9] {
      let coverage = rasterizer.coverage(
        ofStroke: path, style: StrokeStyle(width: 2, dashes: [7, 5], dashOffset: offset), in: frame)
      for column in 0..<60 {
        let place = (Double(column) + offset + 24).truncatingRemainder(dividingBy: 12)
        #expect(coverage[10 * 64 + column] == (place < 7 ? 255 : 0))
      }
    }
  }

  @Test("dashes of no length are dots, one each period")
  func dashDots() {
    let path = line([Point(x: 4, y: 20), Point(x: 60, y: 20)])
    let area = area(path, StrokeStyle(width: 4, cap: .round, dashes: [0, 8]))
    #expect(abs(area / (7 * 12.566) - 1) < 0.02)
  }

  @Test("a corner inside a dash is joined, also at a closed contour's seam")
  func cornersInDashes() {
    let square = line(
      [Point(x: 10, y: 10), Point(x: 40, y: 10), Point(x: 40, y: 40), Point(x: 10, y: 40)], closed: true)
    // 120 px round: the dash that begins at 110 goes on over the seam to 5.
    let style = StrokeStyle(width: 6, dashes: [15, 100, 0, 5], dashOffset: 10)
    var rasterizer = CoverageRasterizer()
    let coverage = rasterizer.coverage(ofStroke: square, style: style, in: frame)
    #expect(coverage[7 * 64 + 7] == 255)
    #expect(coverage[10 * 64 + 14] == 255)
    #expect(coverage[10 * 64 + 16] == 0)
    #expect(coverage[19 * 64 + 10] == 255)
    #expect(coverage[21 * 64 + 10] == 0)
  }

  @Test("a pattern too fine to see, or without a length, is a solid line")
  func degenerateDashes() {
    let path = line([Point(x: 4, y: 20), Point(x: 60, y: 20)])
    let solid = area(path, StrokeStyle(width: 3))
    for dashes in [[0, 0], [1e-9, 1e-9], [-1, 5], [.nan, 3], [.infinity, 1]] {
      #expect(area(path, StrokeStyle(width: 3, dashes: dashes)) == solid)
    }
  }

  @Test("a line of no width draws nothing", arguments: [0, -3, Double.nan, .infinity])
  func noWidth(width: Double) {
    #expect(area(line([Point(x: 4, y: 20), Point(x: 60, y: 20)]), StrokeStyle(width: width)) == 0)
  }

  private func inner(_ generator: inout SeededGenerator) -> Point {
    Point(x: generator.number(9...55), y: generator.number(9...39))
  }

  private func line(_ points: [Point], closed: Bool = false) -> Path {
    var path = Path()
    for (index, point) in points.enumerated() {
      if index == 0 { path.move(to: point) } else { path.line(to: point) }
    }
    if closed { path.close() }
    return path
  }

  private func area(_ path: Path, _ style: StrokeStyle) -> Double {
    var rasterizer = CoverageRasterizer()
    return rasterizer.coverage(ofStroke: path, style: style, in: frame).reduce(0) { $0 + Double($1) / 255 }
  }

  private func segmentDistance(_ p: Point, _ a: Point, _ b: Point) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let square = dx * dx + dy * dy
    let t = square == 0 ? 0 : max(0, min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / square))
    let (x, y) = (p.x - a.x - t * dx, p.y - a.y - t * dy)
    return (x * x + y * y).squareRoot()
  }
}
