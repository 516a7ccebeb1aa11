/// Text in a CSV cell (RFC 4180), which does nothing when a spreadsheet opens it.
///
/// Numbers are written as they are, without this.
package enum CSVText {
  /// The cell of a text.
  ///
  /// Where a spreadsheet would take it for a formula an apostrophe is put before it (OWASP, CSV Injection); control
  /// characters become blanks, since a line's end always ends the row for our readers. What holds a delimiter of any
  /// kind, a quote, or blanks at its ends stands in quotes.
  package static func cell(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var needsQuotes = false
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      if scalar == "\"" { scalars.append("\"") }
      if [",", ";", "\t", "|", "\""].contains(scalar) { needsQuotes = true }
      scalars.append(isControl ? " " : scalar)
    }
    if isFormula(scalars[...]) { scalars.insert("'", at: scalars.startIndex) }
    if scalars.first == " " || scalars.last == " " { needsQuotes = true }
    return needsQuotes ? "\"\(String(scalars))\"" : String(scalars)
  }

  /// The text of a cell whose quotes are off: without the apostrophe that `cell` put before it.
  package static func text(ofCell cell: String) -> String {
    guard cell.unicodeScalars.first == "'" else { return cell }
    let rest = cell.unicodeScalars.dropFirst()
    return isFormula(rest) ? String(rest) : cell
  }

  /// Whether a text begins as formulas do, be it behind blanks; a sign alone (`-` for standard input) is none.
  private static func isFormula(_ text: String.UnicodeScalarView.SubSequence) -> Bool {
    let start = text.drop { $0 == " " }
    guard let first = start.first, text.count > 1 else { return false }
    return ["=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"].contains(first)
  }
}
