import Cartography

/// The looks that a picture may have.
public enum ThemeName: String, CaseIterable, Sendable {
  /// For screens.
  case dark
  /// For documents.
  case light
  /// For paper and photocopiers.
  case print
}

extension Theme {
  /// The theme of a name.
  static func named(_ name: ThemeName) -> Theme {
    switch name {
    case .dark: .dark
    case .light: .light
    case .print: .print
    }
  }
}
