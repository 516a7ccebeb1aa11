/// The looks that a picture may have.
public enum ThemeName: String, CaseIterable, Sendable {
  /// For screens.
  case dark
  /// For documents.
  case light
  /// For paper and photocopiers.
  case print
}
