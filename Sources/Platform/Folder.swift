/// What kind of thing a path names.
package enum PathKind: Sendable {
  case file, folder, special, missing

  /// The kind of what stands at `path`, links followed.
  package init(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = .missing
      return
    }
    self.init(mode: status.st_mode)
  }

  /// The kind that a mode of `stat` says.
  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .special
    }
  }
}

/// What a file or folder is, whatever path leads to it.
package struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let number: UInt64

  /// What stands at `path`, links followed; nil where nothing does.
  package init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
  }
}

/// The names in a folder in byte order, without "." and ".." and, unless asked for, without other hidden ones; nil
/// where it cannot be read.
package func namesInFolder(_ path: String, withHidden: Bool = false) -> [String]? {
  guard let stream = opendir(path) else { return nil }
  defer { closedir(stream) }
  let names = namesInFolder(stream)
  return withHidden ? names : names.filter { !$0.hasPrefix(".") }
}

/// All names that are left in an open folder in byte order, without "." and "..".
func namesInFolder(_ stream: OpaquePointer) -> [String] {
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// The folder for work files: `TMPDIR`, else `/tmp`.
package func temporaryFolder() -> String {
  guard let value = getenv("TMPDIR") else { return "/tmp" }
  let path = String(cString: value)
  return path.isEmpty ? "/tmp" : path
}

/// The user's own folder, `HOME`; nil where the environment names none.
package func homeFolder() -> String? {
  guard let value = getenv("HOME") else { return nil }
  let path = String(cString: value)
  return path.isEmpty ? nil : path
}

/// The folder for what is kept from run to run: `WAKEPRINT_CACHE`, else `wakeprint` in the user's folder of caches; nil
/// where the system names no home.
package func cacheFolder() -> String? {
  func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } }
  if let folder = value("WAKEPRINT_CACHE") { return folder }
  // The specification of XDG has relative paths ignored.
  if let caches = value("XDG_CACHE_HOME"), caches.hasPrefix("/") { return caches + "/wakeprint" }
  #if canImport(Darwin)
    return value("HOME").map { $0 + "/Library/Caches/wakeprint" }
  #else
    return value("HOME").map { $0 + "/.cache/wakeprint" }
  #endif
}

/// Bytes in the file at `path`, links followed; 0 for pipes and for what is missing.
package func fileSize(_ path: String) -> Int {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
}

/// Makes a folder and those above it; true where it then stands.
package func makeFolder(_ path: String) -> Bool {
  if case .folder = PathKind(of: path) { return true }
  var parts = path.split(separator: "/", omittingEmptySubsequences: true)
  parts = parts.dropLast()
  if !parts.isEmpty {
    let parent = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    guard makeFolder(parent) else { return false }
  }
  return mkdir(path, 0o777) == 0
}
