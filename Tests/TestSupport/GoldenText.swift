import Platform

/// A text that a test's result must equal, kept under `Tests/Golden`.
///
/// `WAKEPRINT_UPDATE_GOLDENS=1` in the environment writes results as the new goldens: look at them before committing.
package struct GoldenText {
  private let file: String

  /// The golden text of a file's name, for a test in a file so many folders below `Tests`.
  package init(_ name: String, depth: Int = 1, testFile: String = #filePath) {
    let tests = testFile.split(separator: "/", omittingEmptySubsequences: false).dropLast(depth + 1)
    file = tests.joined(separator: "/") + "/Golden/" + name
  }

  /// Compares lines with the golden; nil if equal, else a sentence with the first line that differs.
  package func difference(from lines: [String]) -> String? {
    let actual = lines.joined(separator: "\n") + "\n"
    if getenv("WAKEPRINT_UPDATE_GOLDENS") != nil {
      guard let output = fopen(file, "wb") else { return "\(file) cannot be written; check the folder's rights" }
      defer { fclose(output) }
      let bytes = Array(actual.utf8)
      return fwrite(bytes, 1, bytes.count, output) == bytes.count ? nil : "\(file) cannot be written"
    }
    guard let expected = read() else {
      return "no golden text \(file); run once with WAKEPRINT_UPDATE_GOLDENS=1 and look at it"
    }
    if expected == actual { return nil }
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let found = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let place = zip(wanted, found).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    guard let place else { return "\(file) has \(wanted.count) lines where \(found.count) are found" }
    return "line \(place + 1) of \(file) is\n\(wanted[place])\nand not\n\(found[place])"
  }

  private func read() -> String? {
    guard let input = fopen(file, "rb") else { return nil }
    defer { fclose(input) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, input)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
