import Platform

/// A picture that a test's result must equal byte for byte, kept under `Tests/Golden` as a binary PAM file.
///
/// `WAKEPRINT_UPDATE_GOLDENS=1` in the environment writes results as the new goldens: look at them before committing.
package struct GoldenPicture {
  /// The file's name without its ending: the name of the scene.
  package let name: String
  private let folder: String

  /// The golden picture of a name, for a test in a file two folders below the package (`Tests/Room/…`).
  package init(_ name: String, testFile: String = #filePath) {
    self.name = name
    let tests = testFile.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    folder = tests.joined(separator: "/") + "/Golden"
  }

  /// The path of a file beside the goldens.
  package func path(ofFile file: String) -> String { folder + "/" + file }

  /// Compares red, green, blue, alpha bytes with the golden; nil if equal, else a sentence that names where both pictures
  /// and their difference were written.
  package func difference(from rgba: [UInt8], width: Int, height: Int) -> String? {
    let actual = PAMPicture(width: width, height: height, rgba: rgba)
    let file = path(ofFile: name + ".pam")
    if getenv("WAKEPRINT_UPDATE_GOLDENS") != nil {
      return actual.write(to: file) ? nil : "\(file) cannot be written; check the folder's rights"
    }
    guard let expected = PAMPicture(readingFrom: file) else {
      return "no golden picture \(file); run once with WAKEPRINT_UPDATE_GOLDENS=1 and look at it"
    }
    if expected.width == width && expected.height == height && expected.rgba == rgba { return nil }
    return report(expected: expected, actual: actual)
  }

  private func report(expected: PAMPicture, actual: PAMPicture) -> String {
    var template = Array("/tmp/wakeprint-golden-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return "\(name) differs, and /tmp cannot be written" }
    let scratch = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    _ = expected.write(to: "\(scratch)/\(name)-expected.pam")
    _ = actual.write(to: "\(scratch)/\(name)-actual.pam")
    guard expected.width == actual.width && expected.height == actual.height else {
      return """
        \(name) is \(actual.width) x \(actual.height) where \(expected.width) x \(expected.height) is expected; \
        see \(scratch)
        """
    }
    var difference = actual
    var largest = 0
    var count = 0
    for index in difference.rgba.indices {
      let size = abs(Int(actual.rgba[index]) - Int(expected.rgba[index]))
      largest = max(largest, size)
      count += size == 0 ? 0 : 1
      difference.rgba[index] = index % 4 == 3 ? 255 : UInt8(min(255, size * 16))
    }
    _ = difference.write(to: "\(scratch)/\(name)-difference-x16.pam")
    return "\(name) differs in \(count) bytes, by \(largest) at most; see \(scratch)"
  }
}
