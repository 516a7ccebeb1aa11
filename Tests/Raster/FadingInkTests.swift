import Raster
import TestSupport
import Testing

@Suite("Fading ink: adding and removing is drawing anew") struct FadingInkTests {
  private struct Shape {
    var path: Path
    var style: StrokeStyle
    var color: Color
    var step: Int
  }

  private static func shape(_ random: inout SeededGenerator, step: Int) -> Shape {
    var path = Path()
    var place = Point(x: random.number(-20...120), y: random.number(-20...90))
    path.move(to: place)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      place = Point(x: place.x + random.number(-12...12), y: place.y + random.number(-12...12))
      path.line(to: place)
    }
    let color = Color(UInt32.random(in: 0...0xFFFFFF, using: &random), alpha: random.number(0.1...1))
    return Shape(
      path: path, style: StrokeStyle(width: random.number(0.5...4), join: .round), color: color, step: step)
  }

  private func same(_ one: FadingInk, _ other: FadingInk) -> Bool {
    for row in 0..<one.height {
      for column in 0..<one.width where one.cell(column, row) != other.cell(column, row) { return false }
    }
    return true
  }

  private func picture(_ ink: FadingInk, at step: Int) -> [UInt8] {
    var pixmap = Pixmap(width: ink.width, height: ink.height, background: Color(0x0D1522))
    ink.blend(onto: &pixmap, at: step)
    return pixmap.encodedRGBA(rows: 0..<pixmap.height)
  }

  @Test("after ten thousand steps each pixel holds what those shapes make that are still there", arguments: [1, 2, 3])
  func tenThousandSteps(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var ink = FadingInk(width: 97, height: 71, lifetime: 24)
    var shapes: [Shape] = []
    for step in 0..<10_000 {
      while let first = shapes.first, first.step <= step - 24 {
        ink.remove(first.path, style: first.style, color: first.color, step: first.step)
        shapes.removeFirst()
      }
      let shape = Self.shape(&random, step: step)
      ink.add(shape.path, style: shape.style, color: shape.color, step: step)
      shapes.append(shape)
    }
    var anew = FadingInk(width: 97, height: 71, lifetime: 24)
    for shape in shapes.reversed() { anew.add(shape.path, style: shape.style, color: shape.color, step: shape.step) }
    #expect(same(ink, anew))
    #expect(picture(ink, at: 9_999) == picture(anew, at: 9_999))
    for shape in shapes { ink.remove(shape.path, style: shape.style, color: shape.color, step: shape.step) }
    #expect(same(ink, FadingInk(width: 97, height: 71, lifetime: 24)))
    #expect(ink.isEmpty && !anew.isEmpty)
  }

  @Test("a shape is the stroke of its colour at first, and fades in even steps to nothing")
  func fades() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<40 {
      var shape = Self.shape(&random, step: 7)
      shape.color.alpha = 1
      var ink = FadingInk(width: 97, height: 71, lifetime: 10)
      ink.add(shape.path, style: shape.style, color: shape.color, step: 7)
      for age in 0...10 {
        var drawn = Pixmap(width: 97, height: 71, background: Color(0x0D1522))
        var color = shape.color
        color.alpha = 1 - Double(age) / 10
        drawn.stroke(shape.path, style: shape.style, color: color)
        let most = zip(picture(ink, at: 7 + age), drawn.encodedRGBA(rows: 0..<71)).map { abs(Int($0) - Int($1)) }.max()
        // Coverage of faded ink is rounded once more when it is drawn.
        #expect(most ?? 9 <= 1, "age \(age)")
      }
    }
  }

  @Test("ink lies where the window does on a larger picture, and is cut to a smaller one")
  func placed() {
    var random = SeededGenerator(seed: 8)
    var ink = FadingInk(width: 60, height: 40, lifetime: 4)
    for step in 0..<4 {
      let shape = Self.shape(&random, step: step)
      ink.add(shape.path, style: shape.style, color: shape.color, step: step)
    }
    let alone = picture(ink, at: 3)
    for (x, y) in [(5, 3), (-7, -9), (30, 25)] {
      var whole = Pixmap(width: 70, height: 50, background: Color(0x0D1522))
      ink.blend(onto: &whole, x: x, y: y, at: 3)
      let bytes = whole.encodedRGBA(rows: 0..<50)
      var inked = 0
      for row in 0..<50 {
        for column in 0..<70 {
          let isInside = (0..<60).contains(column - x) && (0..<40).contains(row - y)
          let there =
            isInside
            ? Array(alone[((row - y) * 60 + column - x) * 4..<((row - y) * 60 + column - x) * 4 + 4])
            : [0x0D, 0x15, 0x22, 0xFF]
          let here = Array(bytes[(row * 70 + column) * 4..<(row * 70 + column) * 4 + 4])
          if here != there { inked += 1 }
        }
      }
      #expect(inked == 0)
    }
  }
}
