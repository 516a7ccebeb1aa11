/// The 32 bytes that SHA-256 gives.
package struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  /// Length of a digest in bytes.
  package static let byteCount = 32

  /// The digest, most significant byte first.
  package let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// 64 lower-case hexadecimal digits, as `sha256sum` prints them.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  package var description: String { hexadecimal }
}
