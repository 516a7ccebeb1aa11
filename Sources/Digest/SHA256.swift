import CDigest

/// A running SHA-256 (FIPS 180-4) over bytes that arrive in pieces.
///
/// The pieces' borders do not matter. It has one owner and cannot be copied, so it may pass between tasks.
package struct SHA256: ~Copyable, Sendable {
  private nonisolated(unsafe) let context: OpaquePointer

  /// A hash of nothing yet.
  package init() {
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      fatalError("SHA-256 is not to be had from libcrypto; check the installation of OpenSSL")
    }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Takes in the next bytes.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    EVP_DigestUpdate(context, base, bytes.count)
  }

  /// Takes in the next bytes.
  package mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// The hash of all bytes taken in.
  package consuming func finish() -> SHA256Digest {
    let bytes = [UInt8](unsafeUninitializedCapacity: SHA256Digest.byteCount) { buffer, count in
      EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
      count = SHA256Digest.byteCount
    }
    return SHA256Digest(bytes: bytes)
  }

  /// The hash of bytes that are all there.
  package static func digest(of bytes: [UInt8]) -> SHA256Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }
}
