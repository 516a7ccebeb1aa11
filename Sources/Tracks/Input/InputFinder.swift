import Platform

/// An input as the user named it, found and ready to be opened.
package enum InputSource: Sendable {
  /// A file on disk.
  case file(path: String)
  /// A table or view of a database on disk, named `file:table`.
  case table(path: String, name: String)
  /// Standard input, named `-`.
  case standardInput
  /// Bytes in memory under a name: the recording that the program carries.
  case memory(name: String, bytes: [UInt8])

  /// The name shown to the user.
  package var name: String {
    switch self {
    case .file(let path): path
    case .table(let path, let name): path + ":" + name
    case .standardInput: "-"
    case .memory(let name, _): name
    }
  }
}

/// Finds the files that the user's inputs mean.
package enum InputFinder {
  /// Endings of files that are taken from a folder, packed or not; a file named by itself is read whatever its name.
  static let endings = [
    ".csv", ".tsv", ".txt", ".log", ".nmea", ".aivdm", ".ais", ".geojson", ".geojsonl", ".geojsonseq", ".ndjson",
    ".jsonl", ".json", ".gpx", ".gpkg", ".sqlite", ".sqlite3",
  ]
  /// Endings of what is packed.
  static let packings = [".gz", ".zst", ".xz", ".bz2", ".zip", ".tar", ".tgz"]
  /// Folders within one another.
  private static let deepestFolder = 64

  /// Files as they are, `-` as standard input, folders as the files in them and below, in byte order of their names;
  /// `FILE:TABLE` is a table of a database.
  ///
  /// Throws when a path does not exist, is neither file, pipe nor folder, or is a folder without a file of positions;
  /// and for a folder that leads back to itself through a link or holds a pipe or device under a name of data.
  package static func sources(for paths: [String]) throws(TracksError) -> [InputSource] {
    var sources: [InputSource] = []
    for path in paths {
      if path == "-" {
        sources.append(.standardInput)
        continue
      }
      switch PathKind(of: path) {
      case .missing:
        guard let table = table(path) else { throw .unreadable(path: path, why: "no such file or folder") }
        sources.append(table)
      case .file, .special:
        sources.append(.file(path: path))
      case .folder:
        var found: [String] = []
        try collect(path, above: [], into: &found)
        guard !found.isEmpty else {
          throw .unusable(
            path: path, line: nil,
            why:
              "holds no file of positions (.csv, .nmea, .geojson, .gpx, .gpkg, packed or not); name the files themselves"
          )
        }
        sources += found.map { .file(path: $0) }
      }
    }
    return sources
  }

  /// The table that `FILE:TABLE` names; nil where there is no such file.
  private static func table(_ path: String) -> InputSource? {
    guard let colon = path.lastIndex(of: ":"), PathKind(of: String(path[..<colon])) == .file else { return nil }
    return .table(path: String(path[..<colon]), name: String(path[path.index(after: colon)...]))
  }

  /// Whether a file in a folder is taken for one of positions.
  private static func isData(_ name: String) -> Bool {
    let name = name.lowercased()
    return endings.contains(where: name.hasSuffix) || packings.contains(where: name.hasSuffix)
  }

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
    for name in names {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      switch PathKind(of: path) {
      case .folder: try collect(path, above: above + [identity], into: &found)
      case .file where isData(name): found.append(path)
      case .special where isData(name):
        throw .unusable(
          path: path, line: nil, why: "is a pipe or a device, not a file; name it by itself if it is to be read")
      case .file, .special, .missing: break
      }
    }
  }
}

extension InputSource {
  /// Bytes as stored, 0 where that is not known beforehand.
  var size: Int {
    switch self {
    case .file(let path), .table(let path, _): fileSize(path)
    case .standardInput: 0
    case .memory(_, let bytes): bytes.count
    }
  }
}
