import Platform

/// What stands at a path, and the names that go with it.
package enum FilePlace {
  enum Kind { case nothing, file, folder, device }

  /// The path behind symbolic links and what stands there; a link that leads nowhere is a file that may be
  /// replaced.
  ///
  /// Throws `folderMissing` when the folder of the path is not there.
  static func resolve(_ path: String) throws(ExportError) -> (target: String, kind: Kind) {
    var status = stat()
    if stat(path, &status) == 0 {
      let kind = kind(ofMode: status.st_mode)
      guard kind == .file, lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else {
        return (path, kind)
      }
      return (real(path) ?? path, kind)
    }
    if lstat(path, &status) == 0 { return (path, .file) }
    if errno != ENOENT && errno != ENOTDIR { throw .cannotCreate(path: path, reason: systemReason()) }
    let (folder, name) = split(path)
    guard stat(folder, &status) == 0 else { throw .folderMissing(path: path, folder: folder) }
    guard kind(ofMode: status.st_mode) == .folder else {
      throw .cannotCreate(path: path, reason: "\(folder) is not a folder")
    }
    return (path, name.isEmpty ? .folder : .nothing)
  }

  /// The path with links followed and without detours; where nothing stands there, that of its folder and its name.
  package static func canonical(_ path: String) -> String {
    if let whole = real(path) { return whole }
    let (folder, name) = split(path)
    return real(folder).map { $0 + "/" + name } ?? path
  }

  private static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The path under which an output is written until it is whole.
  static func temporaryPath(beside path: String) -> String {
    let (folder, name) = split(path)
    let temporary = temporaryName(for: name)
    if folder == "." && !path.hasPrefix("./") { return temporary }
    return folder.hasSuffix("/") ? folder + temporary : folder + "/" + temporary
  }

  /// The name under which an output is written until it is whole.
  static func temporaryName(for name: String) -> String { hiddenName(for: name, ending: ".wakeprint-tmp") }

  /// The name that an old folder has while a new one takes its place.
  static func asideName(for name: String) -> String { hiddenName(for: name, ending: ".wakeprint-old") }

  /// A hidden name, shortened where the system's limit of 255 bytes asks.
  private static func hiddenName(for name: String, ending: String) -> String {
    var stem = name
    while stem.utf8.count + ending.utf8.count > 253 { stem.removeLast() }
    return ".\(stem)\(ending)"
  }

  /// Whether an open descriptor and a path are the same file.
  static func isSameFile(_ descriptor: Int32, _ path: String) -> Bool {
    var open = stat()
    var named = stat()
    guard fstat(descriptor, &open) == 0, lstat(path, &named) == 0 else { return false }
    return open.st_dev == named.st_dev && open.st_ino == named.st_ino
  }

  /// The folder and the last part of a path; the folder is "." where the path has none.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.utf8.index(after: slash)...]))
  }

  /// The path without slashes at its end; the root stays.
  static func withoutFinalSlashes(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  private static func kind(ofMode mode: mode_t) -> Kind {
    switch mode & S_IFMT {
    case S_IFDIR: .folder
    case S_IFREG: .file
    default: .device
    }
  }
}
