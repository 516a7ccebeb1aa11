import FuzzTrials
import Platform

/// An input that a fuzzer found a fault with, committed under `Tests/Fuzz/Regressions`.
enum FoundInput {
  /// All inputs of a target by name; none where it has no folder.
  static func all(of target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let here = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let folder = "/\(here)/Regressions/\(target.rawValue)"
    guard case .folder = PathKind(of: folder) else { return [] }
    return try FolderHandle.opening(folder).names().sorted().map { name in
      (name, try FileHandle.contents(of: folder + "/" + name, atMost: 1 << 20))
    }
  }
}
