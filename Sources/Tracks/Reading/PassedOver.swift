/// A file of a folder, or a member of an archive, that was not read, because by its content it is no recording.
public struct PassedOver: Sendable, Equatable {
  /// The file, or `file:member`.
  public let path: String
  /// Why, as a sentence goes on behind the path.
  public let why: String

  /// A file and why it was passed over.
  package init(path: String, why: String) {
    self.path = path
    self.why = why
  }
}
