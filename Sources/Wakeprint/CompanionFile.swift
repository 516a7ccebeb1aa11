import Digest
import JSON
import Platform

/// A file that is read whole beside the positions: events, a watchlist, ports.
struct CompanionFile: Sendable {
  /// The path as given.
  let path: String
  /// What it holds.
  let bytes: [UInt8]
  /// SHA-256 of the bytes, in hexadecimal.
  let sha256: String

  /// Reads a file of at most one byte more than `limit`, so that a reader can say that it is too large.
  ///
  /// Throws where it cannot be read; `what` says what it should hold.
  init(_ path: String, limit: Int, what: String) throws(WakeprintError) {
    do throws(FileHandle.Failure) {
      bytes = try FileHandle.contents(of: path, atMost: limit + 1)
    } catch {
      throw WakeprintError(.noInput, "\(path): cannot be read (\(error.words)); give a file of \(what)")
    }
    self.path = path
    sha256 = SHA256.digest(of: bytes).hexadecimal
  }

  /// Its name without folders.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// What a record says of it.
  var members: [(String, JSONValue)] {
    [("name", .string(name)), ("bytes", .integer(Int64(bytes.count))), ("sha256", .string(sha256))]
  }
}
