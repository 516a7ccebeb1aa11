import Cartography
import Export
import Platform
import Raster

/// Strokes, letters and the PNG of a picture.
struct InkBenchmark {
  func run() async {
    strokes(width: 1)
    strokes(width: 2)
    letters()
    await png()
  }

  /// A million segments of four pixels, in paths of a thousand, one core.
  private func strokes(width: Double) {
    var pixmap = Pixmap(width: 2048, height: 2048, background: Color(0x0D1522))
    var state: UInt64 = 88_172_645_463_325_252
    func random() -> Double {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Double(state >> 11) / Double(1 << 53)
    }
    var paths: [Path] = []
    for _ in 0..<1_000 {
      var path = Path()
      var point = Point(x: random() * 2048, y: random() * 2048)
      var heading = random() * 6.28
      path.move(to: point)
      for _ in 0..<1_000 {
        heading += (random() - 0.5) * 0.4
        point = Point(x: point.x + 4 * cos(heading), y: point.y + 4 * sin(heading))
        path.line(to: point)
      }
      paths.append(path)
    }
    let style = StrokeStyle(width: width, join: .round)
    let start = monotonicSeconds()
    for path in paths { pixmap.stroke(path, style: style, color: Color(0xFFFFFF, alpha: 0.5)) }
    let rate = 1 / (monotonicSeconds() - start)
    print("strokes, \(width) pixels wide, segments of four pixels: \((rate * 10).rounded() / 10) million a second")
  }

  private func letters() {
    var pixmap = Pixmap(width: 1920, height: 1080, background: Color(0xFFFFFF))
    let text = "Silences of more than 1 h and legs faster than 50 kn carry no time."
    let style = TextStyle(.regular, size: 14)
    let start = monotonicSeconds()
    let rounds = 2_000
    for round in 0..<rounds {
      TextLine(text, style).draw(
        on: &pixmap, x: 10, baseline: Double(20 + round % 1000), ink: TextInk(color: Color(0x16212E)))
    }
    let rate = Double(rounds * text.count) / (monotonicSeconds() - start)
    print("letters of 14 pixels, shaped and drawn: \(Int(rate / 1_000)) thousand a second")
  }

  /// A picture of 2048 x 2048 pixels with lines over flat ground.
  private func png() async {
    var pixmap = Pixmap(width: 2048, height: 2048, background: Color(0x0D1522))
    for index in 0..<400 {
      var path = Path()
      path.move(to: Point(x: Double(index * 5), y: 0))
      path.line(to: Point(x: Double(2048 - index * 4), y: 2048))
      pixmap.stroke(path, style: StrokeStyle(width: 1), color: Color(UInt32(0xFF0000 + index * 600)))
    }
    let picture = pixmap
    for threads in [1, processorCount()] {
      var best = Double.infinity
      var bytes = 0
      for _ in 0..<4 {
        let start = monotonicSeconds()
        let encoded = try? await PNGEncoder.encodeRGB(
          width: 2048, height: 2048, metadata: PNGMetadata(), threads: threads
        ) { picture.encodedRGB(rows: $0) }
        best = min(best, monotonicSeconds() - start)
        bytes = encoded?.count ?? 0
      }
      print("PNG of 2048 x 2048, \(threads) workers: \(Int((best * 1_000).rounded())) ms, \(bytes) bytes")
    }
  }
}
