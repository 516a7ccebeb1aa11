extension JSONValue {
  /// Reads JSON text in UTF-8, strictly by RFC 8259.
  ///
  /// Whole numbers without point or exponent become `integer`, or `unsigned` beyond `Int64.max`; others
  /// `number`. Throws `JSONError` for anything else than one value, for a key that comes twice in an
  /// object, for a number that no double can hold and for more than 128 levels.
  package init(parsing text: [UInt8]) throws(JSONError) {
    var parser = JSONParser(text: text)
    self = try parser.parseDocument()
  }
}

/// A cursor over JSON text.
struct JSONParser {
  private static let deepestLevel = 128

  private let text: [UInt8]
  private var position = 0

  init(text: [UInt8]) { self.text = text }

  mutating func parseDocument() throws(JSONError) -> JSONValue {
    let value = try parseValue(level: 0)
    skipSpace()
    guard position == text.count else { throw wrong("more text behind the value") }
    return value
  }

  private func wrong(_ reason: String) -> JSONError { JSONError(offset: position, reason: reason) }

  private var next: UInt8? { position < text.count ? text[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  private mutating func takeWord(_ word: StaticString) -> Bool {
    let isThere = word.withUTF8Buffer { text[position...].starts(with: $0) }
    if isThere { position += word.utf8CodeUnitCount }
    return isThere
  }

  private mutating func parseValue(level: Int) throws(JSONError) -> JSONValue {
    skipSpace()
    guard let first = next else { throw wrong("a value is missing") }
    guard level <= Self.deepestLevel else { throw wrong("more than \(Self.deepestLevel) levels") }
    switch first {
    case UInt8(ascii: "{"): return try parseObject(level: level)
    case UInt8(ascii: "["): return try parseArray(level: level)
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try parseNumber()
    default:
      if takeWord("true") { return .bool(true) }
      if takeWord("false") { return .bool(false) }
      if takeWord("null") { return .null }
      throw wrong("no value begins so")
    }
  }

  private mutating func parseObject(level: Int) throws(JSONError) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    var keys: Set<String> = []
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw wrong("a key is missing") }
      let key = try parseString()
      guard keys.insert(key).inserted else { throw wrong("the key comes a second time") }
      skipSpace()
      guard take(":") else { throw wrong("a colon is missing") }
      members.append(.init(key: key, value: try parseValue(level: level + 1)))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw wrong("a comma or } is missing") }
    }
  }

  private mutating func parseArray(level: Int) throws(JSONError) -> JSONValue {
    position += 1
    var elements: [JSONValue] = []
    skipSpace()
    if take("]") { return .array(elements) }
    while true {
      elements.append(try parseValue(level: level + 1))
      skipSpace()
      if take("]") { return .array(elements) }
      guard take(",") else { throw wrong("a comma or ] is missing") }
    }
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while let byte = next, byte >= 0x30, byte <= 0x39 { position += 1 }
    return position - start
  }

  private mutating func parseNumber() throws(JSONError) -> JSONValue {
    let start = position
    _ = take("-")
    let leadsWithZero = next == UInt8(ascii: "0")
    let wholeDigits = skipDigits()
    guard wholeDigits == 1 || (wholeDigits > 1 && !leadsWithZero) else {
      throw wrong("no number is written so")
    }
    var isWhole = true
    if take(".") {
      isWhole = false
      guard skipDigits() > 0 else { throw wrong("digits are missing") }
    }
    if take("e") || take("E") {
      isWhole = false
      if !take("+") { _ = take("-") }
      guard skipDigits() > 0 else { throw wrong("digits are missing") }
    }
    let digits = String(decoding: text[start..<position], as: UTF8.self)
    // -0 is a double's business.
    if isWhole, digits != "-0" {
      if let value = Int64(digits) { return .integer(value) }
      if let value = UInt64(digits) { return .unsigned(value) }
    }
    guard let value = Double(digits), value.isFinite else { throw wrong("a number that is too large") }
    return .number(value)
  }

  private mutating func parseString() throws(JSONError) -> String {
    position += 1
    var bytes: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: bytes, as: UTF8.self) else { throw wrong("not UTF-8") }
        position += 1
        return string
      case UInt8(ascii: "\\"):
        position += 1
        bytes += Array(String(try parseEscape()).utf8)
      case 0..<0x20: throw wrong("a control character inside a string")
      default:
        bytes.append(byte)
        position += 1
      }
    }
    throw wrong("a string without an end")
  }

  private mutating func parseEscape() throws(JSONError) -> Character {
    if take("u") { return Character(try parseCodePoint()) }
    let plain: [(Unicode.Scalar, Character)] = [
      ("\"", "\""), ("\\", "\\"), ("/", "/"), ("b", "\u{8}"), ("f", "\u{C}"), ("n", "\n"), ("r", "\r"),
      ("t", "\t"),
    ]
    for (letter, character) in plain where take(letter) { return character }
    throw wrong("no such escape")
  }

  private mutating func parseCodePoint() throws(JSONError) -> Unicode.Scalar {
    let first = try parseFourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take("\\"), take("u") else { throw wrong("half a surrogate pair") }
    let second = try parseFourDigits()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw wrong("half a surrogate pair") }
    return scalar
  }

  private mutating func parseFourDigits() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      switch next {
      case .some(let byte) where byte >= 0x30 && byte <= 0x39: value = value << 4 | UInt32(byte - 0x30)
      case .some(let byte) where byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66:
        value = value << 4 | UInt32((byte | 0x20) - 0x57)
      default: throw wrong("four hexadecimal digits are missing")
      }
      position += 1
    }
    return value
  }
}
