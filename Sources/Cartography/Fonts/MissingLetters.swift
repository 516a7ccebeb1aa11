/// The letters of some texts that are not drawn, and why.
package struct MissingLetters: Sendable, Equatable {
  /// Letters that no font at hand has, each once, in order.
  package private(set) var lacking: [Unicode.Scalar] = []
  /// Letters of scripts that cannot be set, each once, in order.
  package private(set) var unset: [Unicode.Scalar] = []
  private var scripts: [String] = []

  /// Looks for the letters of all texts in a typeface.
  package init(of texts: [String], in typeface: Typeface) {
    let style = TextStyle(typeface, size: 1)
    for text in texts {
      for scalar in TextLine(text, style).missing {
        if let script = ShapedScript(scalar)?.name {
          if !unset.contains(scalar) { unset.append(scalar) }
          if !scripts.contains(script) { scripts.append(script) }
        } else if !lacking.contains(scalar) {
          lacking.append(scalar)
        }
      }
    }
  }

  /// What a user should know, a sentence each.
  package var notes: [String] {
    var notes: [String] = []
    if !lacking.isEmpty {
      notes.append(
        "no font at hand has \(MissingLetters.list(lacking)): boxes stand for them; install \(remedy), or name one with --font"
      )
    }
    if !unset.isEmpty {
      notes.append(
        "\(scripts.joined(separator: " and ")) cannot be set, for letters that join or run from right to left would be wrong: boxes stand for \(MissingLetters.list(unset)); write them in Latin letters"
      )
    }
    return notes
  }

  private static func list(_ letters: [Unicode.Scalar]) -> String {
    let shown = letters.prefix(10).map { "\($0)" }.joined(separator: " ")
    return letters.count > 10 ? shown + " and \(letters.count - 10) more" : shown
  }

  /// Debian's Droid fallback has the Chinese and Japanese letters, Nanum the Korean ones, Noto CJK all.
  private var remedy: String {
    let hasHangul = lacking.contains { (0xAC00...0xD7A3).contains($0.value) || (0x1100...0x11FF).contains($0.value) }
    let hasOthers = lacking.contains { (0x2E80...0x9FFF).contains($0.value) || (0x20000...0x3FFFF).contains($0.value) }
    return switch (hasHangul, hasOthers) {
    case (true, true): "Debian's fonts-noto-cjk or another font that has them"
    case (true, false): "Debian's fonts-nanum or another font that has them"
    case (false, true): "Debian's fonts-droid-fallback or another font that has them"
    case (false, false): "a font that has them"
    }
  }
}
