import Digest

/// What tells one content from another: the first 16 bytes of its SHA-256.
struct ContentKey: Hashable {
  private let high: UInt64
  private let low: UInt64

  /// The key of a content.
  init(of bytes: [UInt8]) {
    let digest = SHA256.digest(of: bytes).bytes
    high = digest[..<8].reduce(0) { $0 << 8 | UInt64($1) }
    low = digest[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// 32 lower-case hexadecimal digits.
  var hexadecimal: String {
    [high, low].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
