extension Pixmap {
  /// Rows as sRGB bytes, red, green, blue for each pixel; transparent parts come out over black.
  ///
  /// Several tasks may encode different rows at once. Rows outside the pixmap are left out.
  package func encodedRGB(rows: Range<Int>) -> [UInt8] {
    let range = rows.clamped(to: 0..<height)
    return [UInt8](unsafeUninitializedCapacity: range.count * width * 3) { target, count in
      count = range.count * width * 3
      withEncoder(of: range) { source, table in
        guard var out = target.baseAddress else { return }
        for pixel in source {
          out[0] = table[Int(pixel.x)]
          out[1] = table[Int(pixel.y)]
          out[2] = table[Int(pixel.z)]
          out += 3
        }
      }
    }
  }

  /// Writes a rectangle as sRGB bytes, red, green, blue for each pixel, into the pixel (`x`, `y`) and onward of a picture
  /// `width` pixels wide; transparent parts come out over black, what lies outside of either is left out.
  package func encodeRGB(_ rect: PixelRect, into picture: inout [UInt8], width: Int, x: Int, y: Int) {
    let rows = picture.count / (3 * max(width, 1))
    let there = PixelRect(x: rect.x - x, y: rect.y - y, width: width, height: rows)
    let area = rect.intersection(bounds).intersection(there)
    guard !area.isEmpty else { return }
    picture.withUnsafeMutableBufferPointer { target in
      withEncoder(of: area.y..<area.maxY) { source, table in
        guard let base = target.baseAddress else { return }
        for row in 0..<area.height {
          var out = base + 3 * ((area.y - rect.y + y + row) * width + area.x - rect.x + x)
          let first = row * self.width + area.x
          for pixel in source[first..<first + area.width] {
            out[0] = table[Int(pixel.x)]
            out[1] = table[Int(pixel.y)]
            out[2] = table[Int(pixel.z)]
            out += 3
          }
        }
      }
    }
  }

  /// Rows as sRGB bytes with straight alpha, red, green, blue, alpha for each pixel; transparent pixels are all 0.
  ///
  /// Several tasks may encode different rows at once. Rows outside the pixmap are left out.
  package func encodedRGBA(rows: Range<Int>) -> [UInt8] {
    let range = rows.clamped(to: 0..<height)
    return [UInt8](unsafeUninitializedCapacity: range.count * width * 4) { target, count in
      count = range.count * width * 4
      withEncoder(of: range) { source, table in
        guard var out = target.baseAddress else { return }
        for pixel in source {
          let light = pixel.w == 65535 || pixel.w == 0 ? pixel : Self.straight(pixel)
          out[0] = table[Int(light.x)]
          out[1] = table[Int(light.y)]
          out[2] = table[Int(light.z)]
          out[3] = UInt8(truncatingIfNeeded: (UInt32(pixel.w) &* 255 &+ 32768) &>> 16)
          out += 4
        }
      }
    }
  }

  /// Light divided by alpha; alpha is not 0.
  @inline(__always) private static func straight(_ pixel: SIMD4<UInt16>) -> SIMD4<UInt16> {
    let scale = 65535 / Float(pixel.w)
    @inline(__always) func channel(_ value: UInt16) -> UInt16 {
      // Exact enough: a step of sRGB is 20 of 65,535 or more.
      UInt16(truncatingIfNeeded: Int32(min(Float(value) * scale + 0.5, 65535)))
    }
    return SIMD4(channel(pixel.x), channel(pixel.y), channel(pixel.z), pixel.w)
  }

  private func withEncoder(
    of rows: Range<Int>, body: (UnsafeBufferPointer<SIMD4<UInt16>>, UnsafePointer<UInt8>) -> Void
  ) {
    pixels.withUnsafeBufferPointer { source in
      LinearLight.encoded.withUnsafeBufferPointer { table in
        guard let base = table.baseAddress else { return }
        body(UnsafeBufferPointer(rebasing: source[rows.lowerBound * width..<rows.upperBound * width]), base)
      }
    }
  }
}
