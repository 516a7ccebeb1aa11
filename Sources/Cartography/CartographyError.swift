/// What can go wrong while a map is drawn; the text says what to do.
package enum CartographyError: Error, Equatable, CustomStringConvertible {
  /// The bytes are not a scalable font that FreeType can read.
  case unreadableTypeface(code: Int)
  /// A theme or a style has an unknown key or a value that its key does not take.
  case unusableStyle(String)

  /// One sentence: what is wrong; what to do.
  package var description: String {
    switch self {
    case .unreadableTypeface(let code):
      "the bytes are not a scalable font (FreeType error \(code)); give a TrueType or OpenType file"
    case .unusableStyle(let sentence): sentence
    }
  }
}
