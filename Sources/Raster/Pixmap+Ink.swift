import Platform

extension Pixmap {
  /// Which squares of `size` pixels of an area hold a pixel of none of the grounds; row-major from the upper left.
  ///
  /// A ground is colours laid one over the other. The last squares of a row or column may be smaller. Colours count as
  /// the ground's within 1/256 of linear light.
  package func inkedSquares(of size: Int, in area: PixelRect, grounds: [[Color]]) -> [Bool] {
    let area = area.intersection(bounds)
    let columns = (area.width + size - 1) / size
    let rows = (area.height + size - 1) / size
    let lights = grounds.map { colors in
      var sample = Pixmap(width: 1, height: 1)
      for color in colors { sample.fillRect(sample.bounds, color: color) }
      return SIMD4<Int32>(truncatingIfNeeded: sample.pixels[0])
    }
    return [Bool](unsafeUninitializedCapacity: columns * rows) { buffer, initialized in
      buffer.initialize(repeating: false)
      pixels.withUnsafeBufferPointer { pixels in
        concurrently(processorCount(), count: rows, stride: 16) { _, range in
          for row in range {
            for y in area.y + row * size..<min(area.y + (row + 1) * size, area.maxY) {
              for x in area.x..<area.maxX {
                let square = row * columns + (x - area.x) / size
                if buffer[square] { continue }
                let light = SIMD4<Int32>(truncatingIfNeeded: pixels[y * width + x])
                let isGround = lights.contains { ground in
                  let difference = light &- ground
                  return all(difference .< 256) && all(difference .> -256)
                }
                if !isGround { buffer[square] = true }
              }
            }
          }
        }
      }
      initialized = columns * rows
    }
  }
}
