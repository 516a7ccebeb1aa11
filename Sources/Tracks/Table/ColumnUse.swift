/// A column or field of an input, and what it was taken to mean.
public struct ColumnUse: Sendable, Equatable {
  /// Its name as the input writes it, control characters and marks that turn the direction of writing left out; its
  /// number from 1 where the input has no names.
  public let name: String
  /// What it says; nil where it is not used.
  public let role: ColumnRole?

  /// A column from its name, made fit to be shown, and what it says.
  package init(name: String, role: ColumnRole?) {
    self.name = SaidText.shown(name)
    self.role = role
  }
}
