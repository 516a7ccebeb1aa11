/// Which byte of a number comes first.
enum ByteOrder {
  case littleEndian
  case bigEndian

  func uint32(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt32 {
    let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    return self == .bigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
  }

  @inline(__always)
  func double(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Double {
    let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return Double(bitPattern: self == .bigEndian ? UInt64(bigEndian: word) : UInt64(littleEndian: word))
  }
}
