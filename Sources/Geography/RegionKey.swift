/// A region's name stripped to what tells it from others, for comparing.
struct RegionKey: Sendable {
  /// Lower-case words of ASCII letters and digits, without "the", "of" and "and".
  let words: [String]
  /// The words in order, without spaces.
  let joined: String
  /// The words sorted, with spaces.
  let sortedWords: String

  private static let droppedWords: Set<String> = ["the", "of", "and", "de", "la", "du"]
  private static let sameWords = [
    "straits": "strait", "seas": "sea", "gulfs": "gulf", "st": "saint", "str": "strait", "is": "islands",
    "isles": "islands", "i": "island",
  ]
  private static let genericWords: Set<String> = [
    "sea", "gulf", "bay", "strait", "channel", "ocean", "islands", "island", "approaches", "anchorage",
    "north", "south", "east", "west", "republic", "united",
  ]
  private static let unaccented: [Character: String] = {
    var letters: [Character: String] = ["ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "'": "", "’": ""]
    let families: [(String, String)] = [
      ("a", "áàâäãåāăą"), ("c", "çćč"), ("d", "ďđð"), ("e", "éèêëēėęě"), ("g", "ğģ"), ("i", "íìîïīįı"),
      ("l", "łľļ"), ("n", "ñńňņ"), ("o", "óòôöõøōő"), ("r", "řŕ"), ("s", "śšşș"), ("t", "ťţț"),
      ("u", "úùûüūůűų"), ("y", "ýÿ"), ("z", "źžż"),
    ]
    for (plain, accented) in families {
      for letter in accented { letters[letter] = plain }
    }
    return letters
  }()

  init(_ name: String) {
    var plain = ""
    for character in name.lowercased() {
      if let letter = RegionKey.unaccented[character] {
        plain += letter
      } else {
        plain.append(character.isASCII && (character.isLetter || character.isNumber) ? character : " ")
      }
    }
    let all = plain.split(separator: " ").map { RegionKey.sameWords[String($0)] ?? String($0) }
    let telling = all.filter { !RegionKey.droppedWords.contains($0) }
    words = telling.isEmpty ? all : telling
    joined = words.joined()
    sortedWords = words.sorted().joined(separator: " ")
  }

  /// How unlike two names are: 0 the same, about 1 nothing in common.
  func unlikeness(to other: RegionKey) -> Double {
    let longer = max(joined.utf8.count, other.joined.utf8.count, 1)
    let straight = editDistance(Array(joined.utf8), Array(other.joined.utf8))
    let sorted = editDistance(Array(sortedWords.utf8), Array(other.sortedWords.utf8))
    let telling = words.filter { !RegionKey.genericWords.contains($0) }
    let common = telling.count { other.words.contains($0) }
    let share = telling.isEmpty ? 0 : Double(common) / Double(telling.count)
    return Double(min(straight, sorted)) / Double(longer) * (1 - 0.6 * share)
  }
}
