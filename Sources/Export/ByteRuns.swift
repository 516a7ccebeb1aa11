extension UnsafeRawBufferPointer {
  /// The first place from `place` on where another byte than `byte` stands; the end where there is none.
  @inline(__always)
  func endOfRun(of byte: UInt8, from place: Int) -> Int {
    var place = place
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    while place &+ 8 <= count {
      let difference = loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian ^ pattern
      if difference != 0 { return place &+ difference.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place < count, self[place] == byte { place &+= 1 }
    return place
  }

  /// Whether the 32 bytes from `place` on are the same.
  @inline(__always)
  func isUniform32(from place: Int) -> Bool {
    let pattern = UInt64(self[place]) &* 0x0101_0101_0101_0101
    var difference: UInt64 = 0
    for offset in stride(from: 0, to: 32, by: 8) {
      difference |= loadUnaligned(fromByteOffset: place &+ offset, as: UInt64.self) ^ pattern
    }
    return difference == 0
  }
}
