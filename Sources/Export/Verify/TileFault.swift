/// Something wrong with a tile set.
package struct TileFault: Hashable, Sendable {
  /// Where it is: "header", "tile 3/4/5" (zoom, column, row from the north).
  package let place: String
  /// What is wrong there, in words that follow the place.
  package let what: String

  /// Place and words as one sentence.
  package var sentence: String { "\(place): \(what)" }

  /// What a fault is about; faults of one kind stand for each other when there are very many.
  enum Kind: Int, CaseIterable {
    /// The file's own make, and what it says of the set.
    case container
    /// The lists of tiles.
    case directory
    /// The tiles' bytes.
    case content
    /// Numbers of tiles that cannot be, or are there twice.
    case number
    /// Tiles and zooms against what the set says of itself.
    case extent
    /// What does not belong.
    case stray

    /// Where the faults are that are not listed.
    var words: String {
      switch self {
      case .container: "the container"
      case .directory: "the directories"
      case .content: "the tiles' contents"
      case .number: "the tiles' numbers"
      case .extent: "the set's extent"
      case .stray: "the folder"
      }
    }
  }
}
