import Digest
import Export

/// An output whose bytes are written, but which does not have its name yet; let go without `commit()` it leaves nothing.
final class PreparedOutput {
  private let written: WrittenOutput
  private var file: OutputFile?

  /// Writes bytes beside the output's name. Throws where `OutputFile.create` does, and where they cannot be written.
  init(_ bytes: [UInt8], path: String, force: Bool) throws(WakeprintError) {
    written = WrittenOutput(path: path, bytes: bytes.count, sha256: SHA256.digest(of: bytes).hexadecimal)
    do throws(ExportError) {
      var file = try OutputFile.create(path: path, force: force)
      try file.write(bytes)
      self.file = consume file
    } catch {
      throw WakeprintError(error)
    }
  }

  /// Gives the output its name; once.
  func commit() throws(WakeprintError) -> WrittenOutput {
    do throws(ExportError) {
      if let file = file.take() { try file.commit() }
    } catch {
      throw WakeprintError(error)
    }
    return written
  }
}
