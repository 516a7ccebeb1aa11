import Platform

/// An input as the user named it, found and ready to be opened.
package enum InputSource: Sendable {
  /// A file on disk.
  case file(path: String)
  /// Standard input, named `-`.
  case standardInput
  /// Bytes in memory under a name: the recording that the program carries.
  case memory(name: String, bytes: [UInt8])

  /// The name shown to the user.
  package var name: String {
    switch self {
    case .file(let path): path
    case .standardInput: "-"
    case .memory(let name, _): name
    }
  }
}

/// Finds the files that the user's inputs mean.
package enum InputFinder {
  /// Endings of files that are taken from a folder; a file named by itself is read whatever its name.
  static let endings = [
    ".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz", ".txt.gz", ".csv.zst", ".tsv.zst", ".txt.zst", ".csv.xz", ".csv.bz2",
    ".zip", ".gz", ".zst",
  ]

  /// Files as they are, `-` as standard input, folders as the tables in them and below, in byte order of their names.
  ///
  /// Throws when a path does not exist, is neither file, pipe nor folder, or is a folder without a table.
  package static func sources(for paths: [String]) throws(TracksError) -> [InputSource] {
    var sources: [InputSource] = []
    for path in paths {
      if path == "-" {
        sources.append(.standardInput)
        continue
      }
      switch PathKind(of: path) {
      case .missing:
        throw .unreadable(path: path, why: "no such file or folder")
      case .file, .special:
        sources.append(.file(path: path))
      case .folder:
        var found: [String] = []
        try collect(path, depth: 0, into: &found)
        guard !found.isEmpty else {
          throw .unusable(
            path: path, line: nil,
            why: "holds no file of positions (.csv, .txt, .gz, .zst, .zip); name the files themselves")
        }
        sources += found.map { .file(path: $0) }
      }
    }
    return sources
  }

  private static func collect(_ folder: String, depth: Int, into found: inout [String]) throws(TracksError) {
    guard depth < 64, let names = namesInFolder(folder) else {
      throw .unreadable(path: folder, why: depth < 64 ? "the folder cannot be read" : "folders nest too deep")
    }
    for name in names {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      switch PathKind(of: path) {
      case .folder: try collect(path, depth: depth + 1, into: &found)
      case .file where endings.contains(where: name.lowercased().hasSuffix): found.append(path)
      case .file, .special, .missing: break
      }
    }
  }
}

extension InputSource {
  /// Bytes as stored, 0 where that is not known beforehand.
  var size: Int {
    switch self {
    case .file(let path): fileSize(path)
    case .standardInput: 0
    case .memory(_, let bytes): bytes.count
    }
  }
}
