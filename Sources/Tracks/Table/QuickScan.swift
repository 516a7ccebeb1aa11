/// The usual spellings of fields, read eight bytes at a time; whatever is spelt otherwise is left to `RowReading`.
///
/// All pointers go into a buffer that has `TableParser.padding` readable bytes behind the last line end.
enum QuickScan {
  /// Eight bytes, the first one lowest.
  @inline(__always)
  static func word(_ p: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(p).loadUnaligned(as: UInt64.self))
  }

  /// Behind the first of the next eight bytes that is a delimiter; nil where none is.
  @inline(__always)
  static func behind(_ delimiter: UInt8, _ p: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    let differing = word(p) ^ (UInt64(delimiter) &* 0x0101_0101_0101_0101)
    let found = (differing &- 0x0101_0101_0101_0101) & ~differing & 0x8080_8080_8080_8080
    return found == 0 ? nil : p + (found.trailingZeroBitCount >> 3 &+ 1)
  }

  /// 0x80 in each byte of a word that is not a digit.
  @inline(__always)
  private static func notDigits(_ word: UInt64) -> UInt64 {
    let flipped = word ^ 0x3030_3030_3030_3030
    return ((flipped & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676 | flipped) & 0x8080_8080_8080_8080
  }

  /// The number that eight digits make, the first one lowest in the word and already freed of 0x30.
  @inline(__always)
  private static func eightDigits(_ digits: UInt64) -> UInt64 {
    let pairs = digits &* 10 &+ digits >> 8
    let low = (pairs & 0x0000_00FF_0000_00FF) &* (100 &+ 1_000_000 << 32)
    let high = (pairs >> 16 & 0x0000_00FF_0000_00FF) &* (1 &+ 10_000 << 32)
    return (low &+ high) >> 32
  }

  /// A number of exactly nine digits; nil for anything else. `p` moves behind it.
  @inline(__always)
  static func nineDigits(_ p: inout UnsafePointer<UInt8>) -> UInt32? {
    let bytes = word(p)
    let last = p[8] &- 48
    guard notDigits(bytes) == 0, last <= 9 else { return nil }
    p += 9
    return UInt32(truncatingIfNeeded: eightDigits(bytes ^ 0x3030_3030_3030_3030) &* 10 &+ UInt64(last))
  }

  /// A number of one digit or more, which end where something else stands; nil for none, and for more than `most`.
  @inline(__always)
  static func fewDigits(_ p: inout UnsafePointer<UInt8>, atMost most: Int) -> Int64? {
    var value: Int64 = 0
    var count = 0
    while p[0] &- 48 <= 9 {
      guard count < most else { return nil }
      value = value &* 10 &+ Int64(p[0] &- 48)
      p += 1
      count &+= 1
    }
    return count > 0 ? value : nil
  }

  /// 0x80 in each byte of a word that is a given one.
  @inline(__always)
  private static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let differing = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return ~((differing & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F | differing | 0x7F7F_7F7F_7F7F_7F7F)
  }

  /// How many delimiters there are before the line's end; nil where there is a quote, in which they may be letters.
  @inline(__always)
  static func count(_ delimiter: UInt8, toLineEndFrom start: UnsafePointer<UInt8>) -> Int? {
    var p = start
    var count = 0
    while true {
      let bytes = word(p)
      let ends = equal(bytes, 10)
      // Bytes before the line's end; all of them where it does not end here.
      let before = ends == 0 ? ~0 : (ends & (0 &- ends)) &- 1
      if equal(bytes, UInt8(ascii: "\"")) & before != 0 { return nil }
      count &+= (equal(bytes, delimiter) & before).nonzeroBitCount
      if ends != 0 { return count }
      p += 8
    }
  }

  /// Degrees with at most three digits before the point and seven behind it, in units of 1e-7; nil for anything else.
  @inline(__always)
  static func degrees(_ p: inout UnsafePointer<UInt8>) -> Int64? {
    let isNegative = p[0] == UInt8(ascii: "-")
    if isNegative { p += 1 }
    var whole = UInt64(p[0] &- 48)
    guard whole <= 9 else { return nil }
    p += 1
    for _ in 0..<2 {
      let digit = UInt64(p[0] &- 48)
      guard digit <= 9 else { break }
      whole = whole &* 10 &+ digit
      p += 1
    }
    var value = whole &* 10_000_000
    if p[0] == UInt8(ascii: ".") {
      let bytes = word(p + 1)
      let stops = notDigits(bytes)
      guard stops != 0 else { return nil }
      let count = stops.trailingZeroBitCount >> 3
      let present = 1 &<< UInt64(count &* 8) &- 1
      value = value &+ eightDigits((bytes ^ 0x3030_3030_3030_3030) & present) / 10
      p += 1 + count
    }
    let signed = Int64(bitPattern: value)
    return isNegative ? 0 &- signed : signed
  }

  /// A number without sign, in tenths, rounded half up; nil for anything but digits with a point among them.
  @inline(__always)
  static func tenths(_ p: inout UnsafePointer<UInt8>) -> Int64? {
    var value: Int64 = 0
    var digit = p[0] &- 48
    guard digit <= 9 else { return nil }
    var count = 0
    repeat {
      value = value &* 10 &+ Int64(digit)
      p += 1
      count &+= 1
      digit = p[0] &- 48
    } while digit <= 9 && count < 9
    value = value &* 10
    if p[0] == UInt8(ascii: ".") {
      p += 1
      digit = p[0] &- 48
      if digit <= 9 {
        value = value &+ Int64(digit)
        p += 1
        digit = p[0] &- 48
        if digit <= 9 {
          if digit >= 5 { value = value &+ 1 }
          repeat { p += 1 } while p[0] &- 48 <= 9
        }
      }
    }
    return value
  }

  /// Milliseconds of a day written `hh:mm:ss`; nil for anything else and for a leap second.
  @inline(__always)
  static func clock(_ p: UnsafePointer<UInt8>) -> Int64? {
    let bytes = word(p)
    let digits = bytes ^ 0x3030_3A30_303A_3030
    guard digits & 0xF0F0_FFF0_F0FF_F0F0 == 0 else { return nil }
    let hour = (digits & 15) &* 10 &+ (digits >> 8 & 15)
    let minute = (digits >> 24 & 15) &* 10 &+ (digits >> 32 & 15)
    let second = (digits >> 48 & 15) &* 10 &+ digits >> 56
    let tooLarge = notDigits(bytes ^ 0x0000_0A00_000A_0000)
    guard tooLarge == 0, hour <= 23, minute <= 59, second <= 59 else { return nil }
    return Int64((hour &* 3_600 &+ minute &* 60 &+ second) &* 1_000)
  }
}

/// The last date seen, so that a table in the order of time pays for a calendar once a day.
struct DateMemory {
  // A day that its milliseconds are true of: ten NUL bytes are no date.
  private var text: UInt64 = 0x2D31_302D_3037_3931
  private var tail: UInt16 = 0x3130
  private var milliseconds: Int64 = 0

  /// Milliseconds since 1970 of the day that ten bytes write as `yyyy-mm-dd` or, `dayFirst`, `dd/mm/yyyy`.
  @inline(__always)
  mutating func milliseconds(_ p: UnsafePointer<UInt8>, dayFirst: Bool) -> Int64? {
    let start = QuickScan.word(p)
    let end = UnsafeRawPointer(p + 8).loadUnaligned(as: UInt16.self)
    if start == text && end == tail { return milliseconds }
    guard let found = DateMemory.read(p, dayFirst: dayFirst) else { return nil }
    (text, tail, milliseconds) = (start, end, found)
    return found
  }

  @inline(never)
  private static func read(_ p: UnsafePointer<UInt8>, dayFirst: Bool) -> Int64? {
    func number(_ offsets: [Int]) -> Int? {
      var value = 0
      for offset in offsets {
        guard p[offset] &- 48 <= 9 else { return nil }
        value = value * 10 + Int(p[offset] - 48)
      }
      return value
    }
    let separator = UInt8(ascii: dayFirst ? "/" : "-")
    let separators = dayFirst ? (2, 5) : (4, 7)
    guard p[separators.0] == separator, p[separators.1] == separator,
      let year = number(dayFirst ? [6, 7, 8, 9] : [0, 1, 2, 3]),
      let month = number(dayFirst ? [3, 4] : [5, 6]), let day = number(dayFirst ? [0, 1] : [8, 9]),
      let milliseconds = Calendar.milliseconds(year: year, month: month, day: day),
      milliseconds >= 0, milliseconds < Fix.endOfTime - 86_400_000
    else { return nil }
    return milliseconds
  }
}
