import Raster
import TestSupport
import Testing

@Suite("Ink: pixmap")
struct InkPixmapTests {
  @Test("every byte of sRGB comes back as it went in")
  func byteRoundTrip() {
    for byte in UInt8(0)...255 {
      let color = Color(red: byte, green: 255 - byte, blue: 7)
      let pixmap = Pixmap(width: 3, height: 2, background: color)
      #expect(
        pixmap.encodedRGB(rows: 1..<2)
          == [[UInt8]](repeating: [byte, 255 - byte, 7], count: 3).flatMap { $0 })
    }
  }

  @Test("half-covered white over black is half the light, which is sRGB 188")
  func linearLight() {
    var pixmap = Pixmap(width: 2, height: 1, background: Color(0))
    var path = Path()
    path.addRect(x: 0.5, y: 0, width: 1, height: 1)
    pixmap.fill(path, color: Color(0xFFFFFF))
    #expect(pixmap.encodedRGB(rows: 0..<1) == [UInt8](repeating: 188, count: 6))
  }

  @Test("ink of half opacity lets half the light of what is below through")
  func halfOpacity() {
    var pixmap = Pixmap(width: 9, height: 1, background: Color(0xFFFFFF))
    pixmap.fillRect(pixmap.bounds, color: Color(0, alpha: 0.5))
    #expect(pixmap.encodedRGB(rows: 0..<1) == [UInt8](repeating: 188, count: 27))
  }

  @Test("an opaque picture stays opaque under any ink")
  func opaqueStaysOpaque() {
    var pixmap = Pixmap(width: 30, height: 30, background: Color(0x336699))
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let path = generator.path(width: 30, height: 30, beyond: 5).forward
      pixmap.fill(path, color: Color(0x123456, alpha: generator.number(0...1)))
    }
    let bytes = pixmap.encodedRGBA(rows: 0..<30)
    #expect(stride(from: 3, to: bytes.count, by: 4).allSatisfy { bytes[$0] == 255 })
  }

  @Test("straight alpha gives back the colour that was drawn on nothing")
  func straightAlpha() {
    var pixmap = Pixmap(width: 4, height: 1)
    pixmap.fillRect(PixelRect(x: 1, y: 0, width: 2, height: 1), color: Color(0xF2C14E, alpha: 0.5))
    #expect(
      pixmap.encodedRGBA(rows: 0..<1) == [0, 0, 0, 0, 242, 193, 78, 128, 242, 193, 78, 128, 0, 0, 0, 0])
  }

  @Test("an indexed layer is the same as its pixels filled one by one", arguments: UInt64(0)..<8)
  func indexedLayer(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let palette = (0..<200).map { _ in
      Color(
        UInt32.random(in: 0...0xFFFFFF, using: &generator),
        alpha: Bool.random(using: &generator) ? 1 : generator.number(0...1))
    }
    let rect = PixelRect(x: -7, y: 3, width: 41, height: 30)
    let indices = (0..<41 * 30).map { _ in
      Bool.random(using: &generator) ? 0 : UInt8.random(in: 0...255, using: &generator)
    }
    var layered = Pixmap(width: 25, height: 20, background: Color(0x0D1522))
    var plain = layered
    indices.withUnsafeBufferPointer { layered.blend(indices: $0, palette: palette, in: rect) }
    for (index, value) in indices.enumerated() where value > 0 && value < 200 {
      plain.fillRect(
        PixelRect(x: rect.x + index % 41, y: rect.y + index / 41, width: 1, height: 1),
        color: palette[Int(value)])
    }
    #expect(layered.encodedRGBA(rows: 0..<20) == plain.encodedRGBA(rows: 0..<20))
  }

  @Test("rows encoded apart, by several tasks, are the rows of the whole")
  func rowsApart() async {
    var pixmap = Pixmap(width: 50, height: 40)
    var path = Path()
    path.addEllipse(center: Point(x: 25, y: 20), radiusX: 24, radiusY: 18)
    pixmap.fill(path, color: Color(0xFF2E88, alpha: 0.7))
    let whole = pixmap.encodedRGBA(rows: 0..<40)
    let picture = pixmap
    let parts = await withTaskGroup(of: (Int, [UInt8]).self) { group in
      for row in stride(from: 0, to: 40, by: 7) {
        group.addTask { (row, picture.encodedRGBA(rows: row..<row + 7)) }
      }
      var parts: [Int: [UInt8]] = [:]
      for await (row, bytes) in group { parts[row] = bytes }
      return parts
    }
    #expect(stride(from: 0, to: 40, by: 7).flatMap { parts[$0] ?? [] } == whole)
  }

  @Test("a clip keeps all ink outside it off, and changes none inside")
  func clip() {
    var generator = SeededGenerator(seed: 12)
    let clip = PixelRect(x: 9, y: 4, width: 13, height: 22)
    for _ in 0..<20 {
      let path = generator.path(width: 40, height: 30, beyond: 5).forward
      var clipped = Pixmap(width: 40, height: 30)
      var whole = Pixmap(width: 40, height: 30)
      clipped.fill(path, color: Color(0xFFFFFF), clip: clip)
      whole.fill(path, color: Color(0xFFFFFF))
      let (inside, all) = (clipped.encodedRGBA(rows: 0..<30), whole.encodedRGBA(rows: 0..<30))
      for pixel in 0..<1200 {
        let isInside = (9..<22).contains(pixel % 40) && (4..<26).contains(pixel / 40)
        #expect(inside[pixel * 4 + 3] == (isInside ? all[pixel * 4 + 3] : 0))
      }
    }
  }

  @Test("the golden scene of joins, caps, dashes and fills is drawn to the byte")
  func goldenScene() throws {
    let golden = GoldenPicture("ink-strokes")
    let scene = try #require(InkScene(readingFrom: golden.path(ofFile: "ink-strokes.scene")))
    let picture = try #require(scene.draw())
    let difference = golden.difference(
      from: picture.encodedRGBA(rows: 0..<picture.height), width: picture.width, height: picture.height)
    #expect(difference == nil, "\(difference ?? "")")
  }
}
