import Tracks

/// How text for a person is set: in which letters, and how wide.
public struct PlainTextStyle: Sendable, Equatable {
  /// Whether nothing but ASCII may be used.
  public var isASCII: Bool
  /// Characters to a line, 40...72.
  public let width: Int

  /// The most characters to a line.
  public static let mostWidth = 72

  /// A style; widths beyond 40...72 are brought into it.
  public init(isASCII: Bool = false, width: Int = PlainTextStyle.mostWidth) {
    self.isASCII = isASCII
    self.width = min(max(width, 40), PlainTextStyle.mostWidth)
  }

  /// A line as it may be shown: no control characters, nothing that turns the direction of writing; where nothing but ASCII
  /// may be used, signs that have a stand-in there, and a question mark for every other letter.
  func shown(_ line: String) -> String {
    let clean = SaidText.shown(line)
    guard isASCII else { return clean }
    let scalars = Array(clean.unicodeScalars)
    var text = ""
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      case "\u{2009}": text += " "
      case "≤": text += "<="
      case "→": text += "->"
      case "–": text += ".."
      case "…": text += "..."
      // It stands between blanks.
      case "·":
        if text.last == " " { text.removeLast() }
        text += ";"
      // As on a chart without the sign: 50-45N, and 31N.
      case "°": text += scalars.dropFirst(place + 1).first?.properties.numericType != nil ? "-" : ""
      case "′": continue
      case _ where scalar.isASCII: text.unicodeScalars.append(scalar)
      default: text += "?"
      }
    }
    return text
  }

  /// Signs for the first level to the last of what is more and more.
  var densityLevels: [Character] { isASCII ? Array(":-=+*#%@") : Array("░▒▓█") }

  /// Signs for the lowest column to the highest of a row of columns; what is empty is a blank.
  var columnLevels: [Character] { isASCII ? Array(".:-=+*#@") : Array("▁▂▃▄▅▆▇█") }

  /// The sign of land.
  var land: Character { isASCII ? "." : "·" }

  /// Breaks pieces into lines of the style's width, with a label before the first and blanks before the others, between
  /// pieces only; one too long for a line has one of its own.
  func wrapped(_ label: String, _ pieces: [String], separator: String) -> [String] {
    var lines: [String] = []
    var line = Self.padded(label)
    for (number, piece) in pieces.enumerated() {
      // What is shown may be longer than what is said.
      let text = shown(number + 1 < pieces.count ? piece + separator : piece)
      if number > 0, line.count + text.trimmingTrailingBlanks.count > width {
        lines.append(line.trimmingTrailingBlanks)
        line = Self.padded("")
      }
      line += text
    }
    return lines + [line.trimmingTrailingBlanks]
  }

  /// Breaks a sentence into lines at its blanks.
  func wrapped(_ label: String, _ sentence: String) -> [String] {
    wrapped(label, sentence.split(separator: " ").map(String.init), separator: " ")
  }

  /// Characters of a label and the blanks behind it.
  static let labelWidth = 10

  /// A label with blanks behind it.
  static func padded(_ label: String) -> String {
    label + String(repeating: " ", count: max(labelWidth - label.count, label.isEmpty ? 0 : 1))
  }
}

extension String {
  /// The same without blanks at its end.
  var trimmingTrailingBlanks: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
