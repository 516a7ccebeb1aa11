import Platform

/// A picture in memory: linear light, premultiplied, 16 bits a channel, row-major, y down.
///
/// Everything drawn is laid over what is there in linear light and cut to the pixmap. Drawing at a whole-pixel offset or in
/// tiles gives the same bytes as drawing the whole canvas.
package struct Pixmap: Sendable {
  /// Columns.
  package let width: Int
  /// Rows.
  package let height: Int
  /// Red, green, blue, alpha by pixel.
  var pixels: [SIMD4<UInt16>]
  private var rasterizer = CoverageRasterizer()
  /// Those that were used last, so that lines of a few colours in turn do not make their tables anew.
  private var inks: [CoverageInk] = []
  private static let mostInks = 16

  /// A pixmap of one colour, or transparent; sizes below 0 count as 0.
  package init(width: Int, height: Int, background: Color? = nil) {
    self.width = max(0, width)
    self.height = max(0, height)
    let light = background.map { LinearLight.premultiplied($0) } ?? SIMD4()
    let count = self.width * self.height
    pixels = [SIMD4<UInt16>](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Most of a large picture's cost is the first touch of its memory, which two workers share.
      preferLargePages(UnsafeMutableRawBufferPointer(buffer))
      let piece = 1 << 18
      concurrently(processorCount(), count: count, stride: piece) { _, range in
        UnsafeMutableBufferPointer(rebasing: buffer[range]).initialize(repeating: light)
      }
      initialized = count
    }
  }

  /// Whole rows of another pixmap.
  init(rows: PixelRect, of other: Pixmap) {
    width = other.width
    height = rows.height
    pixels = Array(other.pixels[rows.y * other.width..<rows.maxY * other.width])
  }

  /// All pixels.
  package var bounds: PixelRect { PixelRect(x: 0, y: 0, width: width, height: height) }

  /// Fills a path, open contours being closed, in the pixels of `clip` (nil: all).
  package mutating func fill(
    _ path: Path, rule: FillRule = .nonZero, color: Color, clip: PixelRect? = nil
  ) {
    let area = clip.map(bounds.intersection) ?? bounds
    draw(color) { rasterizer, sink in
      rasterizer.fill(path, rule: rule, clip: area, into: &sink)
    }
  }

  /// Draws a line along a path in the pixels of `clip` (nil: all).
  ///
  /// Ink that overlaps itself is not laid twice: the whole path's stroke is one shape.
  package mutating func stroke(
    _ path: Path, style: StrokeStyle, color: Color, clip: PixelRect? = nil
  ) {
    let area = clip.map(bounds.intersection) ?? bounds
    draw(color) { rasterizer, sink in
      rasterizer.stroke(path, style: style, clip: area, into: &sink)
    }
  }

  /// Lays a colour over whole pixels; those outside the pixmap are left out.
  package mutating func fillRect(_ rect: PixelRect, color: Color) {
    let area = rect.intersection(bounds)
    if area.isEmpty { return }
    draw(color) { _, sink in
      for y in area.y..<area.maxY { sink.run(y: y, x: area.x..<area.maxX, coverage: 255) }
    }
  }

  private mutating func draw(_ color: Color, body: (inout CoverageRasterizer, inout InkSink) -> Void) {
    let number = inks.firstIndex { $0.color == color } ?? newInk(color)
    let width = width
    pixels.withUnsafeMutableBufferPointer { buffer in
      inks[number].light.withUnsafeBufferPointer { light in
        guard let base = buffer.baseAddress, let table = light.baseAddress else { return }
        var sink = InkSink(pixels: base, width: width, light: table)
        body(&rasterizer, &sink)
      }
    }
  }

  private mutating func newInk(_ color: Color) -> Int {
    if inks.count == Self.mostInks { inks.removeFirst() }
    inks.append(CoverageInk(color))
    return inks.count - 1
  }
}
