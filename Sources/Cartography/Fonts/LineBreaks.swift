/// The pieces of a text between which a line may end: words, and the letters of scripts that are written without spaces.
struct LineBreaks {
  private var pieces: [(text: String, hasSpaceBefore: Bool)] = []

  /// How many pieces there are.
  var count: Int { pieces.count }

  /// Takes a text apart; white space of any length is one space.
  init(_ text: String) {
    for word in text.split(whereSeparator: \.isWhitespace) {
      var piece = ""
      var isFirst = true
      for letter in word {
        if let last = piece.last, LineBreaks.isBreak(last, letter) {
          pieces.append((piece, isFirst))
          piece = ""
          isFirst = false
        }
        piece.append(letter)
      }
      pieces.append((piece, isFirst))
    }
  }

  /// The text of some pieces, without a space before the first.
  subscript(range: Range<Int>) -> String {
    var text = ""
    for index in range {
      if index > range.lowerBound, pieces[index].hasSpaceBefore { text += " " }
      text += pieces[index].text
    }
    return text
  }

  /// Chinese and Japanese may break between any two letters, but not before what closes nor behind what opens.
  private static func isBreak(_ left: Character, _ right: Character) -> Bool {
    guard isUnspaced(left) || isUnspaced(right) else { return false }
    return !"([{‘“（［｛〈《「『【〔".contains(left)
      && !")]}’”、。，．：；！？）］｝〉》」』】〕・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…,.;:!?%".contains(right)
  }

  private static func isUnspaced(_ letter: Character) -> Bool {
    guard let first = letter.unicodeScalars.first else { return false }
    return (0x2E80...0x9FFF).contains(first.value) || (0xF900...0xFAFF).contains(first.value)
      || (0x20000...0x3FFFF).contains(first.value)
  }
}
