/// The checksum of NMEA 0183: all bytes before the asterisk, each combined with the others by exclusive or.
enum Checksum {
  /// Whether the two hexadecimal digits behind the asterisk are the checksum of what stands before it.
  static func isRight(_ text: UnsafeBufferPointer<UInt8>, star: Int) -> Bool {
    guard let start = text.baseAddress, star + 2 < text.count else { return false }
    return said(start + star + 1) == of(start, star)
  }

  /// The checksum of so many bytes.
  @inline(__always)
  static func of(_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt8 {
    var words: UInt64 = 0
    var index = 0
    while index &+ 8 <= count {
      words ^= QuickScan.word(start + index)
      index &+= 8
    }
    words ^= words >> 32
    words ^= words >> 16
    words ^= words >> 8
    var sum = UInt8(truncatingIfNeeded: words)
    while index < count {
      sum ^= start[index]
      index &+= 1
    }
    return sum
  }

  /// The value of two hexadecimal digits, of either case; nil for anything else.
  @inline(__always)
  static func said(_ digits: UnsafePointer<UInt8>) -> UInt8? {
    guard let high = digit(digits[0]), let low = digit(digits[1]) else { return nil }
    return high << 4 | low
  }

  @inline(__always)
  private static func digit(_ byte: UInt8) -> UInt8? {
    if byte &- 48 <= 9 { return byte &- 48 }
    let letter = (byte | 32) &- 97
    return letter <= 5 ? letter &+ 10 : nil
  }
}
