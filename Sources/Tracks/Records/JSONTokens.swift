/// Takes JSON text apart, token by token, out of a stream: one value, or several one after another.
///
/// Strict by RFC 8259 but for what real files have: a byte order mark, control characters in strings (line ends excepted),
/// `NaN` and `Infinity`, halves of surrogate pairs (read as U+FFFD) and record separators between values (RFC 8142).
/// A copy is of use only in place of the original.
struct JSONTokens {
  /// The text of the last key, string (escapes undone) or number; good until the next token is asked for.
  private(set) var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// The line that has been reached, from 1.
  private(set) var line = 1
  /// Whether values are set apart by record separators.
  private(set) var hasSeparators = false
  /// Whether each value has a line of its own: a line's end inside one is then an error.
  var hasLines: Bool
  /// Whether what was wrong was a limit.
  private(set) var isPastLimit = false

  private let source: any RecordBytes
  private let path: String
  private let limits: RecordLimits

  private var block: ByteBlock
  /// The bytes in hand: `position..<end` of the block are still to be read.
  private var base: UnsafeMutablePointer<UInt8>
  private var position = 0
  private var end = 0
  private var hasStarted: Bool
  /// The beginning of the line reached, as far as it is no longer in the block, and where in the block it goes on.
  private var lineHead: [UInt8] = []
  private var lineStart = 0

  private var expected = Expected.document
  /// What is open, outermost first: true for an object.
  private var levels: [Bool] = []

  private enum Expected {
    /// A value of the sequence, or its end.
    case document
    case value, valueOrEnd
    case key, keyOrEnd
    case colon
    case commaOrEnd
  }

  /// Tokens of a stream; `bufferSize` bytes are read at a time. `isWithinLines` begins behind lines of a file that each
  /// have a value, where no mark of an encoding stands.
  init(
    _ source: any RecordBytes, path: String, limits: RecordLimits, bufferSize: Int = 1 << 16,
    isWithinLines: Bool = false
  ) {
    hasLines = isWithinLines
    hasStarted = isWithinLines
    self.source = source
    self.path = path
    self.limits = limits
    block = ByteBlock(count: max(16, bufferSize))
    base = block.start
  }

  /// How many objects and arrays are open.
  var depth: Int { levels.count }

  /// The next token; a string's text is not kept, and may be as long as it likes, unless asked for.
  ///
  /// Throws `TracksError.unusable`.
  mutating func next(keepsText: Bool = true) throws(TracksError) -> JSONToken {
    while true {
      guard let byte = try nextSignificant() else {
        guard expected == .document else { throw cutShort() }
        return .end
      }
      switch expected {
      case .document:
        if byte == 0x1E {
          hasSeparators = true
          position += 1
          continue
        }
        return try value(byte, keepsText)
      case .value:
        return try value(byte, keepsText)
      case .valueOrEnd:
        return byte == UInt8(ascii: "]") ? close(.endArray) : try value(byte, keepsText)
      case .keyOrEnd, .key:
        if byte == UInt8(ascii: "}"), expected == .keyOrEnd { return close(.endObject) }
        guard byte == UInt8(ascii: "\"") else { throw wrong("a key is missing") }
        try takeString(keepsText)
        expected = .colon
        return .key
      case .colon:
        guard byte == UInt8(ascii: ":") else { throw wrong("a colon is missing") }
        position += 1
        expected = .value
      case .commaOrEnd:
        let isInObject = levels.last == true
        if byte == UInt8(ascii: ",") {
          position += 1
          expected = isInObject ? .key : .value
        } else if byte == (isInObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          return close(isInObject ? .endObject : .endArray)
        } else {
          throw wrong(isInObject ? "a comma or } is missing" : "a comma or ] is missing")
        }
      }
    }
  }

  /// Passes over the value that comes next, or what is left of the one that the token just taken has begun.
  mutating func skip(from token: JSONToken? = nil) throws(TracksError) {
    let first = if let token { token } else { try next(keepsText: false) }
    guard first == .beginObject || first == .beginArray else { return }
    let outside = depth - 1
    while depth > outside { _ = try next(keepsText: false) }
  }

  /// Goes on at the next line's beginning, as if nothing were open; for values that have lines of their own. The text of
  /// the line that is left, as far as it is told.
  mutating func leaveLine() throws(TracksError) -> [UInt8] {
    try endLine()
    let rest = UnsafeBufferPointer(start: base + lineStart, count: position - lineStart)
    let text = (lineHead + rest.prefix(RowBlame.most)).drop { $0 == 0x1E }.prefix(RowBlame.most)
    return Array(text.last == 0x0D ? text.dropLast() : text)
  }

  private mutating func endLine() throws(TracksError) {
    levels.removeAll(keepingCapacity: true)
    expected = .document
    while true {
      while position < end {
        if base[position] == 0x0A { return }
        position += 1
      }
      if try !refill(from: end) { return }
    }
  }

  // MARK: Values

  private mutating func value(_ byte: UInt8, _ keepsText: Bool) throws(TracksError) -> JSONToken {
    switch byte {
    case UInt8(ascii: "\""):
      try takeString(keepsText)
      afterValue()
      return .string
    case UInt8(ascii: "-"), 0x30...0x39:
      let token = try takeNumber()
      afterValue()
      return token
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard levels.count < limits.deepestLevel else {
        throw wrong(
          "more than \(limits.deepestLevel) objects and arrays inside one another; raise --limit depth= if that is meant",
          isLimit: true)
      }
      let isObject = byte == UInt8(ascii: "{")
      position += 1
      levels.append(isObject)
      expected = isObject ? .keyOrEnd : .valueOrEnd
      return isObject ? .beginObject : .beginArray
    default:
      let (word, token): (StaticString, JSONToken) =
        switch byte {
        case UInt8(ascii: "t"): ("true", .truth)
        case UInt8(ascii: "f"): ("false", .truth)
        case UInt8(ascii: "N"): ("NaN", .null)
        case UInt8(ascii: "I"): ("Infinity", .null)
        default: ("null", .null)
        }
      guard try takeWord(word) else { throw wrong("no value begins so") }
      afterValue()
      return token
    }
  }

  private mutating func afterValue() { expected = levels.isEmpty ? .document : .commaOrEnd }

  private mutating func close(_ token: JSONToken) -> JSONToken {
    position += 1
    levels.removeLast()
    afterValue()
    return token
  }

  private mutating func takeWord(_ word: StaticString) throws(TracksError) -> Bool {
    let length = word.utf8CodeUnitCount
    while end - position < length, try refill(from: position) {}
    guard end - position >= length else { return false }
    for index in 0..<length where base[position + index] != word.utf8Start[index] { return false }
    position += length
    return true
  }

  private mutating func takeNumber() throws(TracksError) -> JSONToken {
    var length = 0
    while true {
      if position + length == end, try !refill(from: position) { break }
      let byte = base[position + length]
      guard byte &- 0x30 <= 9 || byte == 0x2E || byte == 0x2D || byte == 0x2B || byte | 0x20 == 0x65 else { break }
      length += 1
    }
    if length > limits.longestText { throw tooLong("a number") }
    if length == 1, base[position] == UInt8(ascii: "-") {
      position += 1
      guard try takeWord("Infinity") else { throw wrong("no number is written so") }
      return .null
    }
    text = UnsafeBufferPointer(start: base + position, count: length)
    guard Self.isNumber(text) else { throw wrong("no number is written so") }
    position += length
    return .number
  }

  /// Whether a text of nothing but digits, signs, points and e is a number of JSON.
  private static func isNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = text.first == UInt8(ascii: "-") ? 1 : 0
    func digits() -> Int {
      let start = index
      while index < text.count, text[index] &- 0x30 <= 9 { index += 1 }
      return index - start
    }
    let leadsWithZero = index < text.count && text[index] == 0x30
    let whole = digits()
    guard whole == 1 || (whole > 1 && !leadsWithZero) else { return false }
    if index < text.count, text[index] == 0x2E {
      index += 1
      guard digits() > 0 else { return false }
    }
    if index < text.count, text[index] | 0x20 == 0x65 {
      index += 1
      if index < text.count, text[index] == 0x2B || text[index] == 0x2D { index += 1 }
      guard digits() > 0 else { return false }
    }
    return index == text.count
  }

  // MARK: Strings

  private mutating func takeString(_ keepsText: Bool) throws(TracksError) {
    position += 1
    var length = 0
    var hasEscapes = false
    while true {
      let start = base + position
      let here = end - position
      while length < here, start[length] != 0x22, start[length] != 0x5C, start[length] >= 0x20 { length += 1 }
      if !keepsText {
        position += length
        length = 0
      }
      if position + length == end {
        guard try refill(from: position) else { throw cutShort() }
        continue
      }
      switch base[position + length] {
      case 0x22:
        if length > limits.longestText { throw tooLong("a text") }
        text = UnsafeBufferPointer(
          start: base + position, count: hasEscapes ? try undoEscapes(length) : length)
        position += length + 1
        return
      case 0x5C:
        hasEscapes = keepsText
        while end - position < length + 2 {
          guard try refill(from: position) else { throw cutShort() }
        }
        // Not to pass over a line's end.
        let next = base[position + length + 1]
        if next == 0x0A || next == 0x0D { throw wrong("a text without an end") }
        length += 2
      case 0x0A, 0x0D:
        throw wrong("a text without an end")
      default:
        length += 1
      }
    }
  }

  /// Undoes the escapes in the first bytes in hand, in place, and says how many bytes are left of them.
  private mutating func undoEscapes(_ length: Int) throws(TracksError) -> Int {
    let text = UnsafeMutableBufferPointer(start: base + position, count: length)
    // Before the first is undone: a line is left by the line end that it has in the input.
    guard JSONEscapes.areSound(UnsafeBufferPointer(text)) else { throw wrong("no such escape in a text") }
    return JSONEscapes.undo(text)
  }

  // MARK: Bytes

  /// The next byte that is no blank; nil at the end.
  private mutating func nextSignificant() throws(TracksError) -> UInt8? {
    while true {
      while position < end {
        let byte = base[position]
        if byte > 0x20 || byte == 0x1E { return byte }
        switch byte {
        case 0x0A:
          if hasLines, expected != .document { throw wrong("the line ends in the middle of its value") }
          line += 1
          lineStart = position + 1
          if !lineHead.isEmpty { lineHead.removeAll(keepingCapacity: true) }
        case 0x20, 0x09, 0x0D: break
        default: throw wrong("a control character outside texts")
        }
        position += 1
      }
      if try !refill(from: end) { return nil }
    }
  }

  /// Reads on, keeping the bytes from `first` on, which become those from `position` on; false at the end.
  private mutating func refill(from first: Int) throws(TracksError) -> Bool {
    let kept = end - first
    if kept > limits.longestText + 1 { throw tooLong("a text or number") }
    if lineStart < first {
      if hasLines, lineHead.count < RowBlame.most {
        lineHead += UnsafeBufferPointer(start: base + lineStart, count: first - lineStart)
          .prefix(RowBlame.most - lineHead.count)
      }
      lineStart = 0
    } else {
      lineStart -= first
    }
    if kept == block.count {
      let larger = ByteBlock(count: 2 * kept)
      larger.start.update(from: base + first, count: kept)
      block = larger
      base = larger.start
    } else if first > 0, kept > 0 {
      base.update(from: base + first, count: kept)
    }
    position = 0
    end = kept
    let count = try source.read(into: block.bytes(from: kept))
    end += count
    if !hasStarted { try start() }
    return count > 0
  }

  /// Passes over a byte order mark.
  private mutating func start() throws(TracksError) {
    hasStarted = true
    guard end > 0 else { return }
    if base[0] >= 0xFE { throw .unusable(path: path, line: 1, why: "is text in UTF-16; save it as UTF-8") }
    guard base[0] == 0xEF else { return }
    while end < 3 {
      let count = try source.read(into: block.bytes(from: end))
      if count == 0 { break }
      end += count
    }
    if end >= 3, base[1] == 0xBB, base[2] == 0xBF { position = 3 }
  }

  // MARK: What is wrong

  /// An error at the line reached.
  mutating func wrong(_ why: String, isLimit: Bool = false) -> TracksError {
    if isLimit { isPastLimit = true }
    return .unusable(path: path, line: line, why: isLimit ? "has \(why)" : "not JSON: \(why); check the file")
  }

  /// The error of a feature with more positions than may be held.
  mutating func tooManyPositions(_ limit: Int) -> TracksError {
    wrong("a feature of more than \(limit) positions; raise --limit positions= if that is meant", isLimit: true)
  }

  private func cutShort() -> TracksError {
    .unusable(path: path, line: line, why: "the JSON ends in the middle; the file was cut short, so get it again")
  }

  private mutating func tooLong(_ what: String) -> TracksError {
    wrong(
      "\(what) of more than \(limits.longestText) bytes; raise --limit line= if that is meant",
      isLimit: true)
  }
}
