extension LabelLook.Face {
  /// The program's own letters of the face.
  package var typeface: Typeface {
    switch self {
    case .regular: .regular
    case .semibold: .semibold
    case .italic: .italic
    }
  }
}
