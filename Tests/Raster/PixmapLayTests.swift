import Raster
import TestSupport
import Testing

@Suite("Pixmap laid over another")
struct PixmapLayTests {
  @Test("ink on nothing, laid over a picture, is the ink drawn on the picture", arguments: UInt64(0)..<12)
  func sameAsDrawn(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (width, height) = (Int.random(in: 1...70, using: &generator), Int.random(in: 1...30, using: &generator))
    let (dx, dy) = (Int.random(in: -40...60, using: &generator), Int.random(in: -40...60, using: &generator))
    let path = generator.path(width: Double(width), height: Double(height), beyond: 5).forward
    let color = Color(
      UInt32.random(in: 0...0xFFFFFF, using: &generator),
      alpha: Bool.random(using: &generator) ? 1 : generator.number(0...1))
    var layer = Pixmap(width: width, height: height)
    layer.fill(path, color: color)
    let ground = Pixmap(width: 64, height: 48, background: Color(0x336699))
    var laid = ground
    laid.lay(layer, x: dx, y: dy)
    var drawn = ground
    drawn.fill(
      path.mapPoints { Point(x: $0.x + Double(dx), y: $0.y + Double(dy)) }, color: color,
      clip: PixelRect(x: dx, y: dy, width: width, height: height))
    let isSame = laid.encodedRGBA(rows: 0..<48) == drawn.encodedRGBA(rows: 0..<48)
    #expect(isSame)
  }

  @Test("what is transparent leaves the picture alone, and what is opaque takes its place")
  func ends() {
    var picture = Pixmap(width: 40, height: 3, background: Color(0x102030, alpha: 0.5))
    let before = picture.encodedRGBA(rows: 0..<3)
    picture.lay(Pixmap(width: 40, height: 3), x: 0, y: 0)
    #expect(picture.encodedRGBA(rows: 0..<3) == before)
    picture.lay(Pixmap(width: 9, height: 1, background: Color(0xF2C14E)), x: 38, y: 2)
    let after = picture.encodedRGBA(rows: 0..<3)
    #expect(Array(after.suffix(8)) == [242, 193, 78, 255, 242, 193, 78, 255])
    #expect(after.dropLast(8) == before.dropLast(8))
  }
}
