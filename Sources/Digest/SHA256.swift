import CDigest

/// SHA-256 of bytes as they pass, through OpenSSL's libcrypto.
package struct SHA256: ~Copyable, Sendable {
  // Not copyable, so that the one owner is the only one who can reach it.
  private nonisolated(unsafe) let context = EVP_MD_CTX_new()

  /// A hash of nothing yet.
  package init() { EVP_DigestInit_ex(context, EVP_sha256(), nil) }

  deinit { EVP_MD_CTX_free(context) }

  /// Takes more bytes in.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  /// The hash in 64 hexadecimal digits; what is taken in after it begins anew.
  package mutating func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &digest, nil)
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
