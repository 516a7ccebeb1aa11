import Digest

/// Hashes the inputs' bytes as they stand, chunk after chunk.
struct InputHasher: ~Copyable, Sendable {
  private var hasher = SHA256()
  /// The hashes of the inputs that have ended, in hexadecimal.
  private(set) var hashes: [String] = []

  /// A hasher before the first input.
  init() {}

  /// Takes the next chunk.
  mutating func take(_ chunk: InputChunk) {
    if chunk.hashed > 0 {
      chunk.bytes.withUnsafeBytes { hasher.update(UnsafeRawBufferPointer(rebasing: $0[..<chunk.hashed])) }
    }
    for block in chunk.stored { block.withUnsafeBytes { hasher.update($0) } }
    guard chunk.inputEnd != nil else { return }
    var finished = SHA256()
    swap(&finished, &hasher)
    hashes.append(finished.finish().hexadecimal)
  }
}
