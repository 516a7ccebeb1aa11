import Digest
import Export

/// A file that a job wrote.
public struct WrittenOutput: Sendable, Equatable {
  /// The path as given.
  public let path: String
  /// Bytes.
  public let bytes: Int
  /// SHA-256 of the bytes, in hexadecimal.
  public let sha256: String
}
