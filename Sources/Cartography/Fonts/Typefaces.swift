/// The three faces that the words of a picture are set in.
package struct Typefaces: Sendable, Equatable {
  /// For all that is not set otherwise.
  package var regular: Typeface
  /// For titles and markings.
  package var semibold: Typeface
  /// For waters.
  package var italic: Typeface

  /// Those that the program carries.
  package static let embedded = Typefaces(regular: .regular, semibold: .semibold, italic: .italic)

  /// The face of a name.
  package func face(_ face: LabelLook.Face) -> Typeface {
    switch face {
    case .regular: regular
    case .semibold: semibold
    case .italic: italic
    }
  }

  /// The same with further typefaces for the letters that all of them lack.
  package func followed(by others: [Typeface]) -> Typefaces {
    Typefaces(
      regular: regular.followed(by: others), semibold: semibold.followed(by: others),
      italic: italic.followed(by: others))
  }

  /// Three faces.
  package init(regular: Typeface, semibold: Typeface, italic: Typeface) {
    self.regular = regular
    self.semibold = semibold
    self.italic = italic
  }
}
