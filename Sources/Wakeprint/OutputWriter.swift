import Digest
import Export

/// Writes whole outputs under their names and says what was written.
struct OutputWriter: Sendable {
  /// Whether an existing output may be replaced.
  let force: Bool

  /// Throws where an output cannot be made, before any work is spent on it.
  func check(_ path: String) throws(WakeprintError) {
    do throws(ExportError) {
      _ = try OutputFile.create(path: path, force: force)
    } catch {
      throw WakeprintError(error)
    }
  }

  /// Writes bytes as a file that appears whole or not at all.
  func write(_ bytes: [UInt8], to path: String) throws(WakeprintError) -> WrittenOutput {
    do throws(ExportError) {
      try OutputFile.write(bytes, to: path, force: force)
    } catch {
      throw WakeprintError(error)
    }
    return WrittenOutput(path: path, bytes: bytes.count, sha256: SHA256.digest(of: bytes).hexadecimal)
  }

  /// Writes text as UTF-8.
  func write(_ text: String, to path: String) throws(WakeprintError) -> WrittenOutput {
    try write(Array(text.utf8), to: path)
  }
}
