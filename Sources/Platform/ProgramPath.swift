/// Where programs are found.
package enum ProgramPath {
  /// The folders that are searched, parted by colons: the environment's, or the system's own where it has none.
  package static var folders: String {
    getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
  }

  /// The file of a program in the first of some folders that has one that may be run; nil where none has.
  ///
  /// A name with a slash is a file itself.
  package static func find(_ name: String, in folders: String = ProgramPath.folders) -> String? {
    if name.utf8.contains(UInt8(ascii: "/")) { return isProgram(name) ? name : nil }
    for folder in folders.split(separator: ":", omittingEmptySubsequences: false) {
      // An empty folder is the one that the process works in.
      let path = (folder.isEmpty ? "." : String(folder)) + "/" + name
      if isProgram(path) { return path }
    }
    return nil
  }

  private static func isProgram(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
}
