/// A vessel that said one thing of itself and then another.
package struct IdentityChange: Sendable, Equatable {
  /// What changed.
  package let field: IdentityField
  /// What was said before.
  package let from: String
  /// What was said then.
  package let to: String
  /// When the new was first said, in milliseconds since 1970.
  package let at: Int64

  /// A change of a field at an instant.
  package init(field: IdentityField, from: String, to: String, at: Int64) {
    self.field = field
    self.from = from
    self.to = to
    self.at = at
  }
}
