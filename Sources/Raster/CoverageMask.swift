/// Coverage collected as one byte a pixel.
struct CoverageMask: CoverageSink {
  let rect: PixelRect
  /// Row-major over `rect`, 0...255.
  var bytes: [UInt8]

  init(rect: PixelRect) {
    self.rect = rect
    bytes = [UInt8](repeating: 0, count: rect.width * rect.height)
  }

  mutating func run(y: Int, x: Range<Int>, coverage: UInt8) {
    let base = (y - rect.y) * rect.width - rect.x
    for column in x { bytes[base + column] = coverage }
  }

  mutating func pixels(y: Int, x: Int, coverages: UnsafeBufferPointer<UInt8>) {
    let base = (y - rect.y) * rect.width - rect.x + x
    for index in coverages.indices { bytes[base + index] = coverages[index] }
  }
}
