/// Letters with marks that are written as several scalars, and the one scalar that is canonically the same.
enum ComposedLetters {
  /// The one scalar that is the same as a character; nil where there is none.
  static func scalar(_ character: Character) -> Unicode.Scalar? { table[character] }

  /// Latin, Greek and Cyrillic with marks, kana with marks, Hangul; the lowest scalar of those that are the same.
  private static let table: [Character: Unicode.Scalar] = {
    let ranges: [ClosedRange<UInt32>] = [
      0xC0...0x24F, 0x370...0x4FF, 0x1E00...0x1FFF, 0x3040...0x30FF, 0xAC00...0xD7A3,
    ]
    var table: [Character: Unicode.Scalar] = [:]
    for value in ranges.joined() {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      if table[Character(scalar)] == nil { table[Character(scalar)] = scalar }
    }
    return table
  }()
}
