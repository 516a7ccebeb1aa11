/// Lays a colour over a pixmap's pixels by their coverage.
struct InkSink: CoverageSink {
  /// The pixmap's pixels, `width` a row.
  let pixels: UnsafeMutablePointer<SIMD4<UInt16>>
  let width: Int
  /// 256 entries of `CoverageInk.light`.
  let light: UnsafePointer<SIMD4<UInt16>>
  /// What `expect` read, kept so that the reading is not optimised away.
  private(set) var glimpse: UInt16 = 0

  init(pixels: UnsafeMutablePointer<SIMD4<UInt16>>, width: Int, light: UnsafePointer<SIMD4<UInt16>>) {
    self.pixels = pixels
    self.width = width
    self.light = light
  }

  // Rows lie pages apart: read one by one in the sweep, each would wait for its own cache miss.
  @inline(__always) mutating func expect(y: Int, x: Int) {
    glimpse |= pixels[y &* width &+ x].w
  }

  @inline(__always) func run(y: Int, x: Range<Int>, coverage: UInt8) {
    let line = pixels + y &* width
    let ink = light[Int(coverage)]
    if ink.w == 65535 {
      for column in x { line[column] = ink }
    } else if ink.w != 0 {
      CoverageInk.over(ink, line + x.lowerBound, count: x.count)
    }
  }

  @inline(__always) func pixels(y: Int, x: Int, coverages: UnsafeBufferPointer<UInt8>) {
    let line = pixels + (y &* width &+ x)
    guard let coverage = coverages.baseAddress else { return }
    for index in 0..<coverages.count {
      let ink = light[Int(coverage[index])]
      if ink.w != 0 { line[index] = CoverageInk.over(ink, line[index]) }
    }
  }
}
