import Raster
import TestSupport
import Testing

@Suite("Ink: coverage")
struct InkCoverageTests {
  private let frame = PixelRect(x: 0, y: 0, width: 40, height: 36)

  @Test("coverage is a simple polygon's exact area, to 1/255", arguments: UInt64(0)..<60)
  func simplePolygons(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let center = generator.point(width: 40, height: 36)
    let polygon = PolygonOracle(contours: [
      generator.starPolygon(
        center: center, radii: 0.3...24, corners: Int.random(in: 3...40, using: &generator))
    ])
    #expect(largestDifference(polygon, rule: .nonZero) <= 1)
    #expect(largestDifference(polygon, rule: .evenOdd) <= 1)
  }

  @Test("overlaps are the summed area, clamped or folded, to 1/255", arguments: UInt64(0)..<30)
  func overlappingPolygons(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let polygon = PolygonOracle(
      contours: (0..<3).map { _ in
        (0..<Int.random(in: 3...9, using: &generator)).map { _ in
          generator.point(width: 40, height: 36, beyond: 15)
        }
      })
    #expect(largestDifference(polygon, rule: .nonZero) <= 1)
    #expect(largestDifference(polygon, rule: .evenOdd) <= 1)
  }

  @Test("where contours of one direction overlap, coverage errs upwards only, and nowhere in whole pixels")
  func overlapAgainstSamples() {
    var generator = SeededGenerator(seed: 5)
    let polygon = PolygonOracle(
      contours: (0..<6).map { _ in
        generator.starPolygon(
          center: generator.point(width: 40, height: 36), radii: 2...12, corners: 9)
      })
    var rasterizer = CoverageRasterizer()
    let coverage = rasterizer.coverage(of: polygon.path, in: frame)
    var partial = 0
    for row in 0..<frame.height {
      for column in 0..<frame.width {
        let sampled = polygon.sampledArea(column: column, row: row, rule: .nonZero, side: 24)
        let drawn = Double(coverage[row * frame.width + column]) / 255
        #expect(drawn > sampled - 0.03)
        if sampled == 0 || sampled == 1 { #expect(abs(drawn - sampled) < 0.03) } else { partial += 1 }
      }
    }
    #expect(partial > 100)
  }

  @Test("a rectangle on pixel borders covers its pixels wholly and no other")
  func wholePixels() {
    var path = Path()
    path.addRect(x: 3, y: 4, width: 30, height: 20)
    var rasterizer = CoverageRasterizer()
    let coverage = rasterizer.coverage(of: path, in: frame)
    for row in 0..<36 {
      for column in 0..<40 {
        let isInside = (3..<33).contains(column) && (4..<24).contains(row)
        #expect(coverage[row * 40 + column] == (isInside ? 255 : 0))
      }
    }
  }

  @Test(
    "a ring's hole is open with both rules when its contours run against each other, else with even-odd only")
  func ringHole() {
    func ring(sameDirection: Bool) -> Path {
      var path = Path()
      path.addRect(x: 2, y: 2, width: 30, height: 30)
      if sameDirection {
        path.addRect(x: 10, y: 10, width: 10, height: 10)
      } else {
        path.addRect(x: 20, y: 10, width: -10, height: 10)
      }
      return path
    }
    var rasterizer = CoverageRasterizer()
    let middle = 15 * 40 + 15
    #expect(rasterizer.coverage(of: ring(sameDirection: false), rule: .nonZero, in: frame)[middle] == 0)
    #expect(rasterizer.coverage(of: ring(sameDirection: false), rule: .evenOdd, in: frame)[middle] == 0)
    #expect(rasterizer.coverage(of: ring(sameDirection: true), rule: .nonZero, in: frame)[middle] == 255)
    #expect(rasterizer.coverage(of: ring(sameDirection: true), rule: .evenOdd, in: frame)[middle] == 0)
  }

  @Test("an ellipse covers its area, to a thousandth")
  func ellipseArea() {
    var path = Path()
    path.addEllipse(center: Point(x: 19.3, y: 17.8), radiusX: 17, radiusY: 14)
    var rasterizer = CoverageRasterizer()
    let sum = rasterizer.coverage(of: path, in: frame).reduce(0.0) { $0 + Double($1) / 255 }
    #expect(abs(sum / (17 * 14 * 3.141592653589793) - 1) < 0.001)
  }

  @Test("a point that is not finite is left out, and the rest is drawn")
  func nonFinitePoints() {
    var plain = Path()
    plain.addRect(x: 5, y: 5, width: 20, height: 20)
    var spoilt = Path()
    spoilt.move(to: Point(x: .nan, y: 3))
    spoilt.line(to: Point(x: 5, y: 5))
    spoilt.line(to: Point(x: 25, y: 5))
    spoilt.line(to: Point(x: .infinity, y: 5))
    spoilt.line(to: Point(x: 25, y: 25))
    spoilt.quad(to: Point(x: 5, y: 25), control: Point(x: .nan, y: 0))
    spoilt.cubic(to: Point(x: 0, y: -.infinity), control1: Point(x: 1, y: 1), control2: Point(x: 1, y: 1))
    spoilt.close()
    var rasterizer = CoverageRasterizer()
    #expect(rasterizer.coverage(of: spoilt, in: frame) == rasterizer.coverage(of: plain, in: frame))
  }

  @Test("a hundred thousand turns in one pixel still cover it")
  func windingDoesNotOverflow() {
    var path = Path()
    for _ in 0..<100_000 { path.addRect(x: 7.25, y: 7, width: 0.5, height: 1) }
    var rasterizer = CoverageRasterizer()
    let coverage = rasterizer.coverage(of: path, in: frame)
    #expect(coverage[7 * 40 + 7] == 255)
    #expect(coverage.reduce(0) { $0 + Int($1) } == 255)
  }

  private func largestDifference(_ polygon: PolygonOracle, rule: FillRule) -> Int {
    var rasterizer = CoverageRasterizer()
    let coverage = rasterizer.coverage(of: polygon.path, rule: rule, in: frame)
    var largest = 0
    for row in 0..<frame.height {
      for column in 0..<frame.width {
        let area = abs(polygon.windingArea(column: column, row: row))
        let turn = area.truncatingRemainder(dividingBy: 2)
        let inside = rule == .nonZero ? min(area, 1) : min(turn, 2 - turn)
        largest = max(largest, abs(Int(coverage[row * frame.width + column]) - Int((inside * 255).rounded())))
      }
    }
    return largest
  }
}
