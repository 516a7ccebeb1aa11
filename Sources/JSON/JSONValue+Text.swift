extension JSONValue {
  /// The value as JSON text, without a final line break.
  ///
  /// Doubles are the shortest digits that read back as the same number. `pretty` breaks objects and arrays
  /// into lines, indented by two spaces.
  package func text(pretty: Bool = false) -> String {
    var bytes: [UInt8] = []
    append(to: &bytes, indent: pretty ? 0 : nil)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds the value's text on one line, in UTF-8, behind what the array holds.
  package func append(to bytes: inout [UInt8]) { append(to: &bytes, indent: nil) }

  private func append(to bytes: inout [UInt8], indent: Int?) {
    switch self {
    case .object(let members):
      Self.append(members, brackets: ("{", "}"), to: &bytes, indent: indent) { member, bytes, indent in
        Self.append(quoted: member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        if indent != nil { bytes.append(UInt8(ascii: " ")) }
        member.value.append(to: &bytes, indent: indent)
      }
    case .array(let elements):
      Self.append(elements, brackets: ("[", "]"), to: &bytes, indent: indent) { element, bytes, indent in
        element.append(to: &bytes, indent: indent)
      }
    case .string(let string): Self.append(quoted: string, to: &bytes)
    case .integer(let value): Self.append(String(value), to: &bytes)
    case .unsigned(let value): Self.append(String(value), to: &bytes)
    case .number(let value): Self.append(value.isFinite ? value.description : "null", to: &bytes)
    case .bool(let value): Self.append(value ? "true" : "false", to: &bytes)
    case .null: Self.append("null", to: &bytes)
    }
  }

  private static func append<Item>(
    _ items: [Item], brackets: (Unicode.Scalar, Unicode.Scalar), to bytes: inout [UInt8], indent: Int?,
    each: (Item, inout [UInt8], Int?) -> Void
  ) {
    bytes.append(UInt8(ascii: brackets.0))
    for (number, item) in items.enumerated() {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(in: &bytes, indent: indent.map { $0 + 2 })
      each(item, &bytes, indent.map { $0 + 2 })
    }
    if !items.isEmpty { breakLine(in: &bytes, indent: indent) }
    bytes.append(UInt8(ascii: brackets.1))
  }

  private static func breakLine(in bytes: inout [UInt8], indent: Int?) {
    guard let indent else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  private static func append(quoted string: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = string
    text.withUTF8 { text in
      // Nearly all text is written as it stands.
      if text.contains(where: mayNeedEscape) {
        append(escaped: string, to: &bytes)
      } else {
        bytes.append(contentsOf: text)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a byte of UTF-8 may belong to a character that is escaped; 0xE2 begins U+2028, among others.
  @inline(__always)
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xE2
  }

  private static func append(escaped string: String, to bytes: inout [UInt8]) {
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"", to: &bytes)
      case "\\": append("\\\\", to: &bytes)
      case "\n": append("\\n", to: &bytes)
      case "\r": append("\\r", to: &bytes)
      case "\t": append("\\t", to: &bytes)
      // DEL and U+2028/2029 are legal in JSON, but not everywhere that JSON is pasted into.
      case "\u{0}"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits, to: &bytes)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}
