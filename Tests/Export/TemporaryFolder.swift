import Platform

/// A folder of one test's own, removed with what is in it.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/wakeprint-test-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "a temporary folder")
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    if let folder = try? FolderHandle.opening(path) {
      for name in names { try? folder.remove(name) }
    }
    rmdir(path)
  }

  /// The path of a name inside.
  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// What is inside, hidden files too, sorted.
  var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// What is inside a folder in it, to all depths: the paths of files and links, and of empty folders with a slash.
  func files(in name: String) -> [String] {
    func walk(_ folder: borrowing FolderHandle, _ prefix: String) -> [String] {
      let names = (try? folder.names()) ?? []
      if names.isEmpty { return [prefix] }
      return names.flatMap { name in
        guard folder.kind(of: name) == .folder, let inner = try? folder.folder(name) else { return [prefix + name] }
        return walk(inner, prefix + name + "/")
      }
    }
    guard let folder = try? FolderHandle.opening(self(name)) else { return [] }
    return walk(folder, "")
  }

  /// The bytes of a file inside; nil where there is none.
  func bytes(_ name: String) -> [UInt8]? {
    guard let file = fopen(self(name), "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
