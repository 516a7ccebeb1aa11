extension Pixmap {
  /// Lays another pixmap over this one, its upper left corner at a pixel; what lies outside is left out.
  ///
  /// Where the other is transparent this one stays as it is, and where it is opaque the other's pixels are copied.
  package mutating func lay(_ other: Pixmap, x: Int, y: Int) {
    let area = bounds.intersection(PixelRect(x: x, y: y, width: other.width, height: other.height))
    guard !area.isEmpty else { return }
    let width = width
    pixels.withUnsafeMutableBufferPointer { target in
      other.pixels.withUnsafeBufferPointer { source in
        guard let target = target.baseAddress, let source = source.baseAddress else { return }
        for row in area.y..<area.maxY {
          Self.lay(
            source + ((row - y) * other.width + area.x - x), onto: target + (row * width + area.x), count: area.width)
        }
      }
    }
  }

  private static func lay(
    _ source: UnsafePointer<SIMD4<UInt16>>, onto target: UnsafeMutablePointer<SIMD4<UInt16>>, count: Int
  ) {
    let bytes = UnsafeRawPointer(source)
    let size = MemoryLayout<SIMD4<UInt16>>.stride
    var column = 0
    while column < count {
      // Most of what is laid is empty: look at eight pixels at once.
      if column &+ 8 <= count,
        bytes.loadUnaligned(fromByteOffset: column &* size, as: SIMD8<UInt64>.self) == SIMD8()
      {
        column &+= 8
        continue
      }
      let end = min(column &+ 8, count)
      while column < end {
        let light = source[column]
        if light.w != 0 { target[column] = CoverageInk.over(light, target[column]) }
        column &+= 1
      }
    }
  }
}
