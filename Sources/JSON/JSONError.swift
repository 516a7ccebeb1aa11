/// Text that is not JSON.
package struct JSONError: Error, Hashable, Sendable {
  /// The place in bytes from the text's start.
  package let offset: Int
  /// What is wrong there.
  package let reason: String

  /// An error at a place.
  package init(offset: Int, reason: String) {
    self.offset = offset
    self.reason = reason
  }

  /// What is wrong and what to do; without the file, which stands before it.
  package var sentence: String { "not JSON at byte \(offset): \(reason); check the file" }
}
