extension Pixmap {
  /// Lays a layer of palette indices over the pixmap.
  ///
  /// - Parameters:
  ///   - indices: one byte a pixel of `rect`, row-major; 0 leaves the pixel alone, and so does an index beyond the palette.
  ///   - palette: up to 256 colours by index; entry 0 is never drawn.
  ///   - rect: where the layer lies; what lies outside the pixmap is left out. If `indices` is shorter than the
  ///     rectangle, the rows that it does not hold whole are left alone.
  package mutating func blend(indices: UnsafeBufferPointer<UInt8>, palette: [Color], in rect: PixelRect) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty, let source = indices.baseAddress else { return }
    var table = [SIMD4<UInt16>](repeating: SIMD4(), count: 256)
    for (index, color) in palette.prefix(256).enumerated() where index > 0 {
      table[index] = LinearLight.premultiplied(color)
    }
    let lastRow = min(area.maxY, rect.y + indices.count / rect.width)
    let width = width
    pixels.withUnsafeMutableBufferPointer { buffer in
      table.withUnsafeBufferPointer { tableBuffer in
        guard let base = buffer.baseAddress, let light = tableBuffer.baseAddress else { return }
        for y in area.y..<max(lastRow, area.y) {
          Self.blend(
            source + ((y - rect.y) * rect.width + area.x - rect.x), count: area.width, light: light,
            onto: base + (y * width + area.x))
        }
      }
    }
  }

  private static func blend(
    _ indices: UnsafePointer<UInt8>, count: Int, light: UnsafePointer<SIMD4<UInt16>>,
    onto line: UnsafeMutablePointer<SIMD4<UInt16>>
  ) {
    var column = 0
    while column < count {
      // Most of the sea is empty: look at eight pixels at once.
      if column &+ 8 <= count,
        UnsafeRawPointer(indices + column).loadUnaligned(as: UInt64.self) == 0
      {
        column &+= 8
        continue
      }
      let end = min(column &+ 8, count)
      while column < end {
        let ink = light[Int(indices[column])]
        if ink.w != 0 { line[column] = CoverageInk.over(ink, line[column]) }
        column &+= 1
      }
    }
  }
}
