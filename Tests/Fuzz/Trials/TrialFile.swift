import Platform

/// Bytes as a file of their own, which is gone with the value: for readers that open paths themselves.
final class TrialFile {
  /// Where the file stands.
  let path: String

  /// Writes the bytes to a new file in the folder for temporary files; nil where there is no room.
  init?(_ bytes: [UInt8]) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((folder + "/wakeprint-trial-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard bytes.isEmpty || write(descriptor, bytes, bytes.count) == bytes.count else { return nil }
  }

  deinit { unlink(path) }
}
