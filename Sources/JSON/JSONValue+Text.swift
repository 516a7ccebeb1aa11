extension JSONValue {
  /// The value as JSON text, without a final line break.
  ///
  /// Doubles are the shortest digits that read back as the same number. `pretty` breaks objects and arrays
  /// into lines, indented by two spaces.
  package func text(pretty: Bool = false) -> String {
    var text = ""
    append(to: &text, indent: pretty ? 0 : nil)
    return text
  }

  private func append(to text: inout String, indent: Int?) {
    switch self {
    case .object(let members):
      Self.append(members, brackets: ("{", "}"), to: &text, indent: indent) { member, text, indent in
        Self.append(quoted: member.key, to: &text)
        text += indent == nil ? ":" : ": "
        member.value.append(to: &text, indent: indent)
      }
    case .array(let elements):
      Self.append(elements, brackets: ("[", "]"), to: &text, indent: indent) { element, text, indent in
        element.append(to: &text, indent: indent)
      }
    case .string(let string): Self.append(quoted: string, to: &text)
    case .integer(let value): text += String(value)
    case .unsigned(let value): text += String(value)
    case .number(let value): text += value.isFinite ? value.description : "null"
    case .bool(let value): text += value ? "true" : "false"
    case .null: text += "null"
    }
  }

  private static func append<Item>(
    _ items: [Item], brackets: (String, String), to text: inout String, indent: Int?,
    each: (Item, inout String, Int?) -> Void
  ) {
    text += brackets.0
    for (number, item) in items.enumerated() {
      if number > 0 { text += "," }
      breakLine(in: &text, indent: indent.map { $0 + 2 })
      each(item, &text, indent.map { $0 + 2 })
    }
    if !items.isEmpty { breakLine(in: &text, indent: indent) }
    text += brackets.1
  }

  private static func breakLine(in text: inout String, indent: Int?) {
    guard let indent else { return }
    text += "\n" + String(repeating: " ", count: indent)
  }

  private static func append(quoted string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      // DEL and U+2028/2029 are legal in JSON, but not everywhere that JSON is pasted into.
      case "\u{0}"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
