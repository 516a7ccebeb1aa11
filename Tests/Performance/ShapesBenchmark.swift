import Platform
import Raster

/// The shapes of a file that `strokes_side_by_side.py` writes, timed or as coverage, for that program to read.
///
/// The file holds doubles: strokes 0 or fills 1; 1 for coverage, 0 for the time; the lines' width; the canvas's side; how many contours; how
/// many points each has; then x and y of each point, in pixels.
struct ShapesBenchmark {
  private static let header = 6
  private static let passes = 3

  func run(_ path: String) {
    guard let bytes = try? FileHandle.contents(of: path, atMost: 1 << 30) else {
      print("no shapes in \(path)")
      return
    }
    let numbers = bytes.withUnsafeBytes { raw in
      stride(from: 0, to: raw.count & ~7, by: 8).map { raw.loadUnaligned(fromByteOffset: $0, as: Double.self) }
    }
    guard numbers.count >= Self.header else { return }
    let (isFill, wantsCoverage, side) = (numbers[0] == 1, numbers[1] == 1, Int(numbers[3]))
    let (count, length) = (Int(numbers[4]), Int(numbers[5]))
    guard numbers.count == Self.header + 2 * count * length else { return }
    let style = StrokeStyle(width: numbers[2], join: .round, cap: wantsCoverage ? .round : .butt)
    let paths = (0..<count).map { index in
      var path = Path()
      for point in index * length..<(index + 1) * length {
        let place = Point(x: numbers[Self.header + 2 * point], y: numbers[Self.header + 2 * point + 1])
        if point == index * length { path.move(to: place) } else { path.line(to: place) }
      }
      if isFill { path.close() }
      return path
    }
    if wantsCoverage {
      coverage(of: paths, style: isFill ? nil : style, side: side)
    } else {
      time(paths, style: isFill ? nil : style, side: side)
    }
  }

  /// The shortest of a few passes after one that is not timed, in seconds; `nil` fills.
  private func time(_ paths: [Path], style: StrokeStyle?, side: Int) {
    var pixmap = Pixmap(width: side, height: side, background: Color(0x0D1522))
    let color = Color(0xFFFFFF, alpha: 0.5)
    var best = Double.infinity
    for pass in 0...Self.passes {
      let start = monotonicSeconds()
      for path in paths {
        if let style {
          pixmap.stroke(path, style: style, color: color)
        } else {
          pixmap.fill(path, color: color)
        }
      }
      if pass > 0 { best = min(best, monotonicSeconds() - start) }
    }
    print(best)
  }

  /// A line for each path: a byte for each pixel.
  private func coverage(of paths: [Path], style: StrokeStyle?, side: Int) {
    let rect = PixelRect(x: 0, y: 0, width: side, height: side)
    var rasterizer = CoverageRasterizer()
    for path in paths {
      let bytes =
        style.map { rasterizer.coverage(ofStroke: path, style: $0, in: rect) }
        ?? rasterizer.coverage(of: path, in: rect)
      print(bytes.map { "\($0)" }.joined(separator: " "))
    }
  }
}
