/// Numbers of JSON as their own text.
enum RecordNumber {
  /// Longer texts are cut behind the point, where they are beyond all that is ever read of them.
  private static let longest = 24

  /// Adds a number's text, cut where it is long; nothing for a number that is long before its point or its exponent.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    if text.count <= longest {
      bytes.append(contentsOf: text)
    } else if !text.contains(where: { $0 | 0x20 == 0x65 }), text.prefix(longest).contains(0x2E) {
      bytes.append(contentsOf: text.prefix(longest))
    }
  }

  /// Whether a number is more than a hundred million, as an epoch is and a height is not.
  static func isBeyond1e8(_ text: ArraySlice<UInt8>) -> Bool {
    let whole = text.prefix { $0 &- 0x30 <= 9 }
    if whole.count > 8 { return true }
    guard text.contains(where: { $0 | 0x20 == 0x65 }) else { return false }
    return (Double(String(decoding: text, as: UTF8.self)) ?? 0) > 1e8
  }
}
