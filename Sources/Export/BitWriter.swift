/// Bits into bytes, the first bit in the lowest place, as deflate wants them.
struct BitWriter: ~Copyable {
  private let output: UnsafeMutableBufferPointer<UInt8>
  private var count = 0
  private var pending: UInt64 = 0
  private var pendingBits = 0

  /// A writer to the beginning of `output`, which must have room for all bits and eight bytes more.
  init(_ output: UnsafeMutableBufferPointer<UInt8>) {
    self.output = output
  }

  /// Appends the lowest `bitCount` bits of `bits`, whose others are 0; at most 32.
  @inline(__always)
  mutating func write(_ bits: UInt64, _ bitCount: Int) {
    pending |= bits &<< UInt64(truncatingIfNeeded: pendingBits)
    pendingBits &+= bitCount
    if pendingBits >= 32 { flush() }
  }

  /// Fills the byte begun with 0 bits.
  mutating func alignToByte() {
    pendingBits = (pendingBits + 7) & ~7
  }

  /// Writes what is pending; gives the number of bytes in all.
  consuming func finish() -> Int {
    alignToByte()
    flush()
    return count
  }

  @inline(__always)
  private mutating func flush() {
    UnsafeMutableRawBufferPointer(output).storeBytes(of: pending.littleEndian, toByteOffset: count, as: UInt64.self)
    let whole = pendingBits & ~7
    count &+= whole / 8
    pending = whole == 64 ? 0 : pending &>> UInt64(truncatingIfNeeded: whole)
    pendingBits &-= whole
  }
}
