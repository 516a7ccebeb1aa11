/// What receives coverage: spans row by row from the top, each row from the left, none twice, none empty.
///
/// Coverage is the covered part of a pixel's area in 255ths, rounded.
package protocol CoverageSink {
  /// Columns `x` (exclusive end) of row `y` are all covered by `coverage`, 1...255.
  mutating func run(y: Int, x: Range<Int>, coverage: UInt8)

  /// Columns from `x` on of row `y` are covered by one value each, 0...255; the buffer is valid during the call only.
  mutating func pixels(y: Int, x: Int, coverages: UnsafeBufferPointer<UInt8>)

  /// Coverage of this pixel or one near it follows soon; a sink may fetch what it will need there.
  mutating func expect(y: Int, x: Int)
}

extension CoverageSink {
  /// Does nothing.
  @inline(__always) package mutating func expect(y: Int, x: Int) {}
}
