/// A sum over bytes that damage changes: not proof against intent, for which there is SHA-256.
///
/// Each eight bytes, little-endian and the last ones filled up with zeros, are taken into 64 bits by exclusive or,
/// multiplication by 0x9E3779B97F4A7C15 and exclusive or with the upper half.
struct Checksum: Sendable {
  /// The sum so far.
  private(set) var value: UInt64 = 0

  /// Takes bytes in; all but the last call must bring a multiple of eight.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    let whole = bytes.count & ~7
    for offset in stride(from: 0, to: whole, by: 8) {
      take(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    }
    guard whole < bytes.count else { return }
    var word: UInt64 = 0
    for offset in whole..<bytes.count { word |= UInt64(bytes[offset]) << UInt64(8 * (offset - whole)) }
    take(word)
  }

  @inline(__always)
  private mutating func take(_ word: UInt64) {
    let mixed = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
    value = mixed ^ (mixed >> 32)
  }
}
