/// A tape archive whose members are plain files (POSIX.1-1988, ustar).
package enum PlainTar {
  /// The bytes of an archive of members.
  package static func bytes(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    for (name, content) in members {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at offset: Int) {
        header.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
      }
      put(name, at: 0)
      put("0000644", at: 100)
      put("0000000", at: 108)
      put("0000000", at: 116)
      put(octal(content.count, 11), at: 124)
      put(octal(0, 11), at: 136)
      put("        0", at: 148)
      put("ustar", at: 257)
      put("00", at: 263)
      let sum = header.reduce(0) { $0 + Int($1) }
      put(octal(sum, 6) + "\0 ", at: 148)
      archive += header + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }
    return archive + [UInt8](repeating: 0, count: 1024)
  }

  private static func octal(_ value: Int, _ digits: Int) -> String {
    let text = String(value, radix: 8)
    return String(repeating: "0", count: digits - text.count) + text
  }
}
