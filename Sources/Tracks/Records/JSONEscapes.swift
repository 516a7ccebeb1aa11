/// The escapes in strings of JSON.
enum JSONEscapes {
  /// Whether there are all of the escapes in a text.
  static func areSound(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var read = 0
    while read < text.count {
      guard text[read] == 0x5C else {
        read += 1
        continue
      }
      guard read + 1 < text.count else { return false }
      let letter = text[read + 1]
      read += 2
      if letter == UInt8(ascii: "u") {
        guard fourDigits(text, read) != nil else { return false }
        read += 4
      } else if !"\"\\/bfnrt".utf8.contains(letter) {
        return false
      }
    }
    return true
  }

  /// Undoes escapes that are sound in place, which makes no text longer, and says how many bytes are left. Half a
  /// surrogate pair becomes U+FFFD.
  static func undo(_ text: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var read = 0
    var written = 0
    func put(_ byte: UInt8) {
      text[written] = byte
      written += 1
    }
    while read < text.count {
      let byte = text[read]
      read += 1
      guard byte == 0x5C else {
        put(byte)
        continue
      }
      let letter = text[read]
      read += 1
      switch letter {
      case 0x22, 0x5C, 0x2F: put(letter)
      case UInt8(ascii: "b"): put(0x08)
      case UInt8(ascii: "f"): put(0x0C)
      case UInt8(ascii: "n"): put(0x0A)
      case UInt8(ascii: "r"): put(0x0D)
      case UInt8(ascii: "t"): put(0x09)
      case UInt8(ascii: "u"):
        UTF8.encode(codePoint(UnsafeBufferPointer(text), &read))?.forEach(put)
      default: break
      }
    }
    return written
  }

  private static func codePoint(_ text: UnsafeBufferPointer<UInt8>, _ read: inout Int) -> Unicode.Scalar {
    let first = fourDigits(text, read) ?? 0xFFFD
    read += 4
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, read + 6 <= text.count, text[read] == 0x5C, text[read + 1] == UInt8(ascii: "u"),
      let second = fourDigits(text, read + 2), (0xDC00...0xDFFF).contains(second)
    else { return "\u{FFFD}" }
    read += 6
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private static func fourDigits(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt32? {
    guard start + 4 <= text.count else { return nil }
    var value: UInt32 = 0
    for byte in text[start..<start + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
      default: return nil
      }
    }
    return value
  }
}
