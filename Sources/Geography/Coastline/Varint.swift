/// Numbers in as few bytes as they need: seven bits to a byte, lowest first, the high bit set on all but the last.
@usableFromInline
enum Varint {
  static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 128 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Zigzag: small numbers of either sign are short.
  static func append(signed value: Int32, to bytes: inout [UInt8]) {
    append(UInt32(bitPattern: (value << 1) ^ (value >> 31)), to: &bytes)
  }

  /// Reads a number and moves the cursor behind it; nil where the bytes end first or the number is too long.
  @inlinable @inline(__always)
  static func read(_ bytes: UnsafeRawBufferPointer, at cursor: inout Int) -> UInt32? {
    var value: UInt32 = 0
    var shift: UInt32 = 0
    while cursor < bytes.count, shift < 35 {
      let byte = bytes[cursor]
      cursor &+= 1
      value |= UInt32(byte & 127) << shift
      if byte < 128 { return value }
      shift &+= 7
    }
    return nil
  }

  /// Reads a zigzagged number.
  @inlinable @inline(__always)
  static func readSigned(_ bytes: UnsafeRawBufferPointer, at cursor: inout Int) -> Int32? {
    guard let value = read(bytes, at: &cursor) else { return nil }
    return Int32(bitPattern: value >> 1) ^ -Int32(bitPattern: value & 1)
  }
}
