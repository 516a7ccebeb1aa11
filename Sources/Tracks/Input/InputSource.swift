import Platform

/// An input as the user named it, found and ready to be opened.
package enum InputSource: Sendable {
  /// A file on disk that the user named.
  case file(path: String)
  /// A file on disk in or below a folder that the user named: it may hold anything.
  case found(path: String)
  /// A table or view of a database on disk, named `file:table`.
  case table(path: String, name: String)
  /// Standard input, named `-`.
  case standardInput
  /// Bytes in memory under a name: the recording that the program carries.
  case memory(name: String, bytes: [UInt8])

  /// The name shown to the user.
  package var name: String {
    switch self {
    case .file(let path), .found(let path): path
    case .table(let path, let name): path + ":" + name
    case .standardInput: "-"
    case .memory(let name, _): name
    }
  }

  /// Whether the user named it, so that it is an error where it holds no recording.
  var isNamed: Bool {
    if case .found = self { false } else { true }
  }

  /// Bytes as stored, 0 where that is not known beforehand.
  var size: Int {
    switch self {
    case .file(let path), .found(let path), .table(let path, _): fileSize(path)
    case .standardInput: 0
    case .memory(_, let bytes): bytes.count
    }
  }
}
