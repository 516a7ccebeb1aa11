import Raster
import TestSupport
import Testing

@Suite("Ink: a tile is the canvas")
struct InkWindowTests {
  /// Large enough to be drawn in bands, while windows of it are drawn in one go.
  private let canvas = PixelRect(x: -40, y: -30, width: 300, height: 200)

  @Test("a window of a fill is the same window cut from the canvas", arguments: UInt64(0)..<60)
  func fills(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let path = generator.path(width: 220, height: 140, beyond: seed % 2 == 0 ? 20 : 900).forward
    let rule: FillRule = seed % 3 == 0 ? .evenOdd : .nonZero
    var rasterizer = CoverageRasterizer()
    expectWindows(&generator) { rasterizer.coverage(of: $0(path), rule: rule, in: $1) }
  }

  @Test("a window of a stroke is the same window cut from the canvas", arguments: UInt64(0)..<120)
  func strokes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let path = generator.path(width: 220, height: 140, beyond: seed % 2 == 0 ? 20 : 900).forward
    let style = generator.strokeStyle(dashed: seed % 3 != 0)
    var rasterizer = CoverageRasterizer()
    expectWindows(&generator) { rasterizer.coverage(ofStroke: $0(path), style: style, in: $1) }
  }

  @Test("a line of every direction gives the same bytes in any window")
  func directions() {
    var generator = SeededGenerator(seed: 77)
    var rasterizer = CoverageRasterizer()
    for dx in -6...6 {
      for dy in -6...6 where dx != 0 || dy != 0 {
        var path = Path()
        path.move(to: Point(x: 110, y: 70))
        path.line(to: Point(x: 110 + Double(dx) * 31, y: 70 + Double(dy) * 29))
        expectWindows(&generator, count: 1) {
          rasterizer.coverage(ofStroke: $0(path), style: StrokeStyle(width: 1.3, cap: .round), in: $1)
        }
      }
    }
  }

  @Test("a path and its reverse give the same bytes", arguments: UInt64(0)..<80)
  func reversedPaths(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let path = generator.path(width: 220, height: 140, beyond: 60)
    let style = generator.strokeStyle(dashed: false)
    var rasterizer = CoverageRasterizer()
    for rule in [FillRule.nonZero, .evenOdd] {
      #expect(
        rasterizer.coverage(of: path.forward, rule: rule, in: canvas)
          == rasterizer.coverage(of: path.backward, rule: rule, in: canvas))
    }
    #expect(
      rasterizer.coverage(ofStroke: path.forward, style: style, in: canvas)
        == rasterizer.coverage(ofStroke: path.backward, style: style, in: canvas))
  }

  @Test("points ten million pixels away are drawn as any others, quickly")
  func farPoints() {
    var generator = SeededGenerator(seed: 9)
    var rasterizer = CoverageRasterizer()
    for _ in 0..<40 {
      var path = Path()
      path.move(to: generator.point(width: 200, height: 100, beyond: 1e7))
      for _ in 0..<4 { path.line(to: generator.point(width: 200, height: 100, beyond: 1e7)) }
      path.line(to: generator.point(width: 200, height: 100))
      path.close()
      expectWindows(&generator, count: 1) { rasterizer.coverage(of: $0(path), in: $1) }
      let style = StrokeStyle(width: 3, join: .round, dashes: [5, 4])
      expectWindows(&generator, count: 1) { rasterizer.coverage(ofStroke: $0(path), style: style, in: $1) }
    }
  }

  @Test("a picture is the mosaic of its tiles, colours and all")
  func mosaic() {
    var generator = SeededGenerator(seed: 21)
    let shapes = (0..<40).map { _ in
      (
        path: generator.path(width: 220, height: 140, beyond: 30).forward,
        style: generator.strokeStyle(dashed: Bool.random(using: &generator)),
        color: Color(UInt32.random(in: 0...0xFFFFFF, using: &generator), alpha: generator.number(0.1...1))
      )
    }
    func draw(_ rect: PixelRect) -> [UInt8] {
      var pixmap = Pixmap(width: rect.width, height: rect.height)
      for (index, shape) in shapes.enumerated() {
        let path = shape.path.mapPoints { Point(x: $0.x - Double(rect.x), y: $0.y - Double(rect.y)) }
        if index % 4 == 0 {
          pixmap.fill(path, color: shape.color)
        } else {
          pixmap.stroke(path, style: shape.style, color: shape.color)
        }
      }
      return pixmap.encodedRGBA(rows: 0..<rect.height)
    }
    let whole = draw(canvas)
    #expect(Set(whole).count > 100)
    for y in stride(from: canvas.y, to: canvas.maxY, by: 50) {
      for x in stride(from: canvas.x, to: canvas.maxX, by: 75) {
        let tile = PixelRect(x: x, y: y, width: 75, height: 50)
        #expect(draw(tile) == cut(tile, from: whole, bytesPerPixel: 4))
      }
    }
  }

  /// Draws the canvas once, and random windows of it both in place and with the path moved by whole pixels.
  private func expectWindows(
    _ generator: inout SeededGenerator, count: Int = 4,
    draw: ((Path) -> Path, PixelRect) -> [UInt8]
  ) {
    let whole = draw({ $0 }, canvas)
    for _ in 0..<count {
      let x = Int.random(in: canvas.x..<canvas.maxX, using: &generator)
      let y = Int.random(in: canvas.y..<canvas.maxY, using: &generator)
      let window = PixelRect(
        x: x, y: y, width: Int.random(in: 1...canvas.maxX - x, using: &generator),
        height: Int.random(in: 1...canvas.maxY - y, using: &generator))
      let expected = cut(window, from: whole, bytesPerPixel: 1)
      #expect(draw({ $0 }, window) == expected)
      let (dx, dy) = (
        Int.random(in: -5000...5000, using: &generator), Int.random(in: -5000...5000, using: &generator)
      )
      let moved = draw(
        { $0.mapPoints { Point(x: $0.x + Double(dx), y: $0.y + Double(dy)) } },
        window.offset(dx: dx, dy: dy))
      #expect(moved == expected)
    }
  }

  private func cut(_ window: PixelRect, from whole: [UInt8], bytesPerPixel: Int) -> [UInt8] {
    (window.y..<window.maxY).flatMap { y in
      let start = ((y - canvas.y) * canvas.width + window.x - canvas.x) * bytesPerPixel
      return Array(whole[start..<start + window.width * bytesPerPixel])
    }
  }
}
