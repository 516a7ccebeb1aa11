import Platform

/// Finds the files that the user's inputs mean.
package enum InputFinder {
  /// Folders within one another.
  private static let deepestFolder = 64

  /// Files as they are, `-` as standard input, folders as all files in them and below but hidden ones, in byte order of
  /// their names; `FILE:TABLE` is a table of a database. What a folder's file holds is told by its content alone.
  ///
  /// Throws when a path does not exist, is neither file, pipe nor folder, or is a folder without a file; and for a folder
  /// that leads back to itself through a link, or holds a pipe, a device, a link that leads nowhere, or a name that is no
  /// UTF-8.
  package static func sources(for paths: [String]) throws(TracksError) -> [InputSource] {
    var sources: [InputSource] = []
    for path in paths {
      if path == "-" {
        sources.append(.standardInput)
        continue
      }
      switch PathKind(of: path) {
      case .missing:
        guard let table = table(path) else {
          throw .unreadable(path: path, why: isRepaired(path) ? noUTF8 : "no such file or folder")
        }
        sources.append(table)
      case .file, .special:
        sources.append(.file(path: path))
      case .folder:
        var found: [String] = []
        try collect(path, above: [], into: &found)
        guard !found.isEmpty else {
          throw .unusable(path: path, line: nil, why: "holds no file; give a folder with AIS positions")
        }
        sources += found.map { .found(path: $0) }
      }
    }
    return sources
  }

  /// The table that `FILE:TABLE` names; nil where there is no such file.
  private static func table(_ path: String) -> InputSource? {
    guard let colon = path.lastIndex(of: ":"), PathKind(of: String(path[..<colon])) == .file else { return nil }
    return .table(path: String(path[..<colon]), name: String(path[path.index(after: colon)...]))
  }

  private static let noUTF8 = "its name is not in UTF-8; rename it"

  /// Whether a name has the letter that stands for bytes that are none.
  private static func isRepaired(_ name: String) -> Bool { name.unicodeScalars.contains("\u{FFFD}") }

  private static func collect(
    _ folder: String, above: [FileIdentity], into found: inout [String]
  ) throws(TracksError) {
    guard above.count < deepestFolder, let identity = FileIdentity(of: folder), let names = namesInFolder(folder) else {
      throw .unreadable(
        path: folder, why: above.count < deepestFolder ? "the folder cannot be read" : "folders nest too deep")
    }
    if above.contains(identity) {
      throw .unusable(
        path: folder, line: nil,
        why: "leads back to a folder that it lies in; remove the link or name the files themselves")
    }
    for name in names where name != "__MACOSX" {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      switch PathKind(of: path) {
      case .folder: try collect(path, above: above + [identity], into: &found)
      case .file: found.append(path)
      case .special:
        throw .unusable(
          path: path, line: nil, why: "is a pipe or a device, not a file; name it by itself if it is to be read")
      case .missing:
        throw .unreadable(path: path, why: isRepaired(name) ? noUTF8 : "it is a link that leads nowhere")
      }
    }
  }
}
