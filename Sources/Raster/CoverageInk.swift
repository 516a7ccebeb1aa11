/// One colour at each of the 256 coverages, ready to be laid over pixels.
struct CoverageInk: Sendable {
  let color: Color
  /// Linear premultiplied light by coverage.
  let light: [SIMD4<UInt16>]

  init(_ color: Color) {
    self.color = color
    let whole = LinearLight.premultiplied(color)
    var light: [SIMD4<UInt16>] = []
    light.reserveCapacity(256)
    for coverage in UInt32(0)..<256 {
      let scaled = (SIMD4<UInt32>(truncatingIfNeeded: whole) &* coverage &+ 127) / 255
      light.append(SIMD4(truncatingIfNeeded: scaled))
    }
    self.light = light
  }

  /// Light over a pixel; its alpha must not be 0.
  ///
  /// The pixel keeps (65536 - alpha) / 65536 of itself: opaque ink hides it, and an opaque pixel stays opaque.
  @inline(__always) static func over(_ light: SIMD4<UInt16>, _ pixel: SIMD4<UInt16>) -> SIMD4<UInt16> {
    let kept = SIMD4<UInt32>(repeating: UInt32(0 &- light.w))
    let rest = (SIMD4<UInt32>(truncatingIfNeeded: pixel) &* kept) &>> 16
    return light &+ SIMD4<UInt16>(truncatingIfNeeded: rest)
  }

  /// The same light over each of `count` pixels; their alpha must not be 0.
  @inline(__always) static func over(
    _ light: SIMD4<UInt16>, _ pixels: UnsafeMutablePointer<SIMD4<UInt16>>, count: Int
  ) {
    let two = SIMD8(lowHalf: light, highHalf: light)
    let kept = SIMD8<UInt32>(repeating: UInt32(0 &- light.w))
    let bytes = UnsafeMutableRawPointer(pixels)
    let size = MemoryLayout<SIMD4<UInt16>>.stride
    @inline(__always) func pair(_ index: Int) {
      let offset = index &* size
      let pixel = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt16>.self)
      let rest = (SIMD8<UInt32>(truncatingIfNeeded: pixel) &* kept) &>> 16
      bytes.storeBytes(
        of: two &+ SIMD8<UInt16>(truncatingIfNeeded: rest), toByteOffset: offset, as: SIMD8<UInt16>.self)
    }
    // A register holds two pixels, and eight a turn make a cache line.
    var index = 0
    while index &+ 8 <= count {
      pair(index)
      pair(index &+ 2)
      pair(index &+ 4)
      pair(index &+ 6)
      index &+= 8
    }
    while index < count {
      pixels[index] = over(light, pixels[index])
      index &+= 1
    }
  }
}
