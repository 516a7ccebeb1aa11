/// The times of a line's positions, as text and close together.
struct TimeTexts {
  /// How many times there are.
  private(set) var count = 0
  /// Times of each line, where there is an array for each.
  private(set) var lineCounts: [Int] = []
  /// Whether they are no list of times.
  private(set) var isFaulty = false

  private var bytes: [UInt8] = []
  private var countOfLine = 0

  /// A byte that is in no time.
  private static let fieldEnd: UInt8 = 0
  /// A text that is longer is no time.
  private static let longest = 48

  /// Forgets everything; memory is kept unless it is much.
  mutating func clear() {
    count = 0
    isFaulty = false
    countOfLine = 0
    bytes.removeAll(keepingCapacity: bytes.capacity < 1 << 22)
    lineCounts.removeAll(keepingCapacity: true)
  }

  /// Makes it no list of times.
  mutating func fail() {
    isFaulty = true
    bytes = []
    lineCounts = []
  }

  /// Reads an array of times or of arrays of them, whose opening bracket has been taken, and adds them to what is there.
  ///
  /// Throws what the tokens throw, and `TracksError.unusable` for more times than the limit.
  mutating func take(_ tokens: inout JSONTokens, limit: Int) throws(TracksError) {
    var level = 1
    while level > 0 {
      let token = try tokens.next()
      switch token {
      case .beginArray:
        // Times beside arrays of times belong to no line.
        if level > 1 || countOfLine > 0 { fail() }
        level += 1
      case .endArray:
        if level == 2 { endLine() }
        level -= 1
      case .beginObject:
        fail()
        try tokens.skip(from: token)
      default:
        if !isFaulty { put(tokens.text, token) }
        count += 1
        countOfLine += 1
      }
      if count + lineCounts.count > limit { throw tokens.tooManyPositions(limit) }
    }
  }

  /// Ends the times of a line, so that what comes next are another's.
  mutating func endLine() {
    if !isFaulty { lineCounts.append(countOfLine) }
    countOfLine = 0
  }

  /// The next time from a place in the bytes that is moved on; empty where there is none.
  func next(from place: inout Int) -> ArraySlice<UInt8> {
    let start = place
    while place < bytes.count, bytes[place] != Self.fieldEnd { place += 1 }
    defer { place += 1 }
    return bytes[min(start, bytes.count)..<min(place, bytes.count)]
  }

  private mutating func put(_ text: UnsafeBufferPointer<UInt8>, _ token: JSONToken) {
    if token == .string || token == .number, text.count <= Self.longest, !text.contains(Self.fieldEnd) {
      bytes.append(contentsOf: text)
    }
    bytes.append(Self.fieldEnd)
  }
}
