/// The positions of a feature's geometry, as text and close together, until it is known when they were.
struct PositionTexts {
  /// How many positions there are.
  private(set) var count = 0
  /// How many arrays lie around a position's numbers, the position's own among them: 1 for a Point, 2 for a line, 3 for
  /// several lines; 0 where there is no position.
  private(set) var depth = 0
  /// Positions of each line, where there are several.
  private(set) var lineCounts: [Int] = []
  /// Whether it is no geometry: positions at unlike depths, or numbers beside arrays.
  private(set) var isFaulty = false

  /// Longitude, latitude and time of each position, each ended by a byte that is in no number.
  private var bytes: [UInt8] = []
  private var countOfLine = 0

  private static let fieldEnd = UInt8(ascii: ",")

  /// Forgets everything; memory is kept unless it is much.
  mutating func clear() {
    count = 0
    depth = 0
    isFaulty = false
    countOfLine = 0
    bytes.removeAll(keepingCapacity: bytes.capacity < 1 << 22)
    lineCounts.removeAll(keepingCapacity: true)
  }

  /// Makes it no geometry.
  mutating func fail() {
    isFaulty = true
    bytes = []
    lineCounts = []
  }

  /// Reads `coordinates`, whose opening bracket has been taken, and adds them to what is there.
  ///
  /// The time of a position is its fourth number, or the third where there are three and it is beyond 1e8: no ship is
  /// that high, and no epoch that young after March 1973. Throws what the tokens throw, and `TracksError.unusable` for
  /// more positions than the limit.
  mutating func take(_ tokens: inout JSONTokens, limit: Int) throws(TracksError) {
    var level = 1
    var numbers = 0
    var isFresh = true
    var third = 0
    while level > 0 {
      let token = try tokens.next()
      switch token {
      case .beginArray:
        if numbers > 0 { fail() }
        level += 1
        numbers = 0
        isFresh = true
      case .endArray:
        if numbers > 0 {
          endPosition(level, numbers, third)
        } else if isFresh {
          endEmpty(level)
        } else if level == 2 {
          endLine()
        }
        if count + lineCounts.count > limit { throw tokens.tooManyPositions(limit) }
        level -= 1
        numbers = 0
        isFresh = false
      default:
        if token == .beginObject { try tokens.skip(from: token) }
        if numbers == 0, !isFresh { fail() }
        if !isFaulty {
          switch numbers {
          case 0, 1: put(tokens, token)
          case 2:
            third = bytes.count
            put(tokens, token)
          case 3:
            bytes.removeLast(bytes.count - third)
            put(tokens, token)
          default: break
          }
        }
        numbers += 1
      }
    }
  }

  /// Ends a line, so that what comes next is another.
  mutating func endLine() {
    if !isFaulty { lineCounts.append(countOfLine) }
    countOfLine = 0
  }

  private mutating func put(_ tokens: JSONTokens, _ token: JSONToken) {
    if token == .number { RecordNumber.append(tokens.text, to: &bytes) }
    bytes.append(Self.fieldEnd)
  }

  private mutating func endPosition(_ level: Int, _ numbers: Int, _ third: Int) {
    if depth == 0 { depth = level }
    if depth != level { fail() }
    if isFaulty { return }
    switch numbers {
    case 1: bytes += [Self.fieldEnd, Self.fieldEnd]
    case 2: bytes.append(Self.fieldEnd)
    case 3:
      if !RecordNumber.isBeyond1e8(bytes[third..<bytes.count - 1]) {
        bytes.removeLast(bytes.count - third)
        bytes.append(Self.fieldEnd)
      }
    default: break
    }
    count += 1
    countOfLine += 1
  }

  private mutating func endEmpty(_ level: Int) {
    switch level {
    case 1: break
    case 2: endLine()
    default: fail()
    }
  }

  /// The next position's longitude, latitude and time, each empty where it is no number, from a place in the bytes that
  /// is moved on; nil at the end.
  func next(from place: inout Int) -> (
    longitude: ArraySlice<UInt8>, latitude: ArraySlice<UInt8>, time: ArraySlice<UInt8>
  )? {
    guard place < bytes.count else { return nil }
    return (field(&place), field(&place), field(&place))
  }

  private func field(_ place: inout Int) -> ArraySlice<UInt8> {
    let start = place
    while place < bytes.count, bytes[place] != Self.fieldEnd { place += 1 }
    defer { place += 1 }
    return bytes[start..<place]
  }
}
