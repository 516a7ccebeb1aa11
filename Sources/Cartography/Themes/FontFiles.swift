/// The font files that a style asks for, by face, the first of each first.
///
/// A face's letters come from its files in their order, then from the program's own typeface.
package struct FontFiles: Sendable, Equatable {
  /// For all that is not set otherwise.
  package var regular: [String]
  /// For titles and markings; none takes those of `regular`.
  package var semibold: [String]
  /// For waters; none takes those of `regular`.
  package var italic: [String]

  /// Reads the section `fonts` of a theme. Throws where a value is none that the key takes.
  init(_ section: ThemeSection) throws(CartographyError) {
    regular = try section.paths("regular")
    semibold = try section.paths("semibold")
    italic = try section.paths("italic")
  }
}
