/// Reads the instants that AIS tables and command lines write; all without a zone are UTC.
public enum TimeText {
  /// Milliseconds since 1970 of ISO 8601 and its near relations, compact forms and UNIX times; nil for anything else.
  ///
  /// Read are `2018-07-01`, `2018-07-01T00:00[:00[.000]]` with `T`, `_` or blanks between, `/` or `.` for `-`, a zone
  /// `Z`, `UTC`, `+hh`, `+hhmm` or `+hh:mm`; `20180701`, `20180701[T_ ]hhmmss[Z]`, also with colons; UNIX seconds (9 or 10 digits, with
  /// or without a fraction), milliseconds (12, 13), microseconds (15, 16) and nanoseconds (18, 19); and, where
  /// `slashDates` says which way round, `01/07/2018 00:00:00`; an hour may have `AM` or `PM` behind it. Fractions below a millisecond are cut off.
  public static func milliseconds(_ text: some Collection<UInt8>, slashDates: TimeFormat? = nil) -> Int64? {
    var scanner = Scanner(bytes: NumberText.withoutExponent(text) ?? Array(text))
    return scanner.instant(slashDates: slashDates)
  }

  /// Milliseconds since 1970 of a text, as the other reads it.
  public static func milliseconds(_ text: String) -> Int64? { milliseconds(text.utf8) }

  /// ISO 8601 in UTC to the second, with milliseconds only where they are not zero: `2018-07-01T00:00:00Z`.
  public static func iso(_ milliseconds: Int64) -> String {
    let (days, ofDay) = milliseconds.quotientAndRemainderFloored(by: 86_400_000)
    let date = Calendar.date(days: Int(days))
    let seconds = ofDay / 1_000
    let fraction = ofDay % 1_000 == 0 ? "" : "." + padded(ofDay % 1_000, 3)
    return "\(padded(Int64(date.year), 4))-\(padded(Int64(date.month), 2))-\(padded(Int64(date.day), 2))T"
      + "\(padded(seconds / 3_600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))\(fraction)Z"
  }

  /// A number with leading zeros.
  static func padded(_ value: Int64, _ digits: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  private struct Scanner {
    let bytes: [UInt8]
    var position = 0

    var next: UInt8 { position < bytes.count ? bytes[position] : 0 }
    var isAtEnd: Bool { position >= bytes.count }

    func digitsAhead() -> Int {
      var end = position
      while end < bytes.count, bytes[end] &- 48 <= 9 { end += 1 }
      return end - position
    }

    mutating func number(_ digits: ClosedRange<Int>) -> Int? {
      let count = digitsAhead()
      guard digits.contains(count) else { return nil }
      return take(count)
    }

    mutating func take(_ count: Int) -> Int {
      var value = 0
      for _ in 0..<count {
        value = value * 10 + Int(bytes[position] - 48)
        position += 1
      }
      return value
    }

    /// Passes over blanks.
    mutating func skipBlanks() {
      while position < bytes.count, bytes[position] == 32 { position += 1 }
    }

    mutating func skip(_ accepted: StaticString) -> Bool {
      guard !isAtEnd else { return false }
      for index in 0..<accepted.utf8CodeUnitCount where accepted.utf8Start[index] == bytes[position] {
        position += 1
        return true
      }
      return false
    }

    mutating func instant(slashDates: TimeFormat?) -> Int64? {
      skipBlanks()
      let digits = digitsAhead()
      guard digits <= 19 else { return nil }
      switch digits {
      case 4: return ordinary(year: take(4))
      case 1, 2: return slashed(slashDates)
      case 8: return compact(date: take(8))
      case 9, 10:
        let seconds = Int64(take(digits))
        guard let fraction = fractionInMilliseconds() else { return nil }
        return isAtEnd ? seconds * 1_000 + Int64(fraction) : nil
      case 12, 13, 15, 16, 18, 19:
        guard digits < 19 || bytes[position] < 57 else { return nil }
        let value = Int64(take(digits))
        guard skip(".") ? (number(1...18) != nil) : true, isAtEnd else { return nil }
        return digits < 14 ? value : digits < 17 ? value / 1_000 : value / 1_000_000
      case 14:
        let date = take(8)
        return finish(date: (date / 10_000, date / 100 % 100, date % 100), clock: take(6))
      default: return nil
      }
    }

    mutating func ordinary(year: Int) -> Int64? {
      guard skip("-/."), let month = number(1...2), skip("-/."), let day = number(1...2) else { return nil }
      return timeOfDay(year, month, day)
    }

    mutating func slashed(_ order: TimeFormat?) -> Int64? {
      guard let order, order != .auto, let first = number(1...2), skip("/-."), let second = number(1...2),
        skip("/-."), let year = number(4...4)
      else { return nil }
      return order == .dayFirst ? timeOfDay(year, second, first) : timeOfDay(year, first, second)
    }

    mutating func compact(date: Int) -> Int64? {
      let day = (date / 10_000, date / 100 % 100, date % 100)
      if isAtEnd { return finish(date: day, clock: 0) }
      let separator = position
      guard skip("T_ ") else { return nil }
      if digitsAhead() == 6 { return finish(date: day, clock: take(6)) }
      position = separator
      return timeOfDay(day.0, day.1, day.2)
    }

    mutating func finish(date: (Int, Int, Int), clock: Int) -> Int64? {
      guard let fraction = fractionInMilliseconds(), let zone = zoneInMinutes(), isAtEnd else { return nil }
      return Calendar.milliseconds(
        year: date.0, month: date.1, day: date.2, hour: clock / 10_000, minute: clock / 100 % 100,
        second: clock % 100, millisecond: fraction
      ).map { $0 - Int64(zone) * 60_000 }
    }

    mutating func timeOfDay(_ year: Int, _ month: Int, _ day: Int) -> Int64? {
      var clock = 0
      if skip("Tt_") || next == 32 {
        skipBlanks()
        if !isAtEnd {
          guard let hour = number(1...2), skip(":."), let minute = number(2...2) else { return nil }
          var second = 0
          if next == UInt8(ascii: ":") || (next == UInt8(ascii: ".") && position + 3 == bytes.count) {
            position += 1
            guard let value = number(2...2) else { return nil }
            second = value
          }
          guard let hourOfDay = hourOfDay(hour) else { return nil }
          clock = hourOfDay * 10_000 + minute * 100 + second
        }
      }
      return finish(date: (year, month, day), clock: clock)
    }

    /// The hour of the day, where `AM` or `PM` may follow an hour of 1 to 12.
    mutating func hourOfDay(_ hour: Int) -> Int? {
      let before = position
      skipBlanks()
      guard position + 1 < bytes.count, bytes[position + 1] | 32 == UInt8(ascii: "m"), skip("AaPp") else {
        position = before
        return hour
      }
      guard (1...12).contains(hour) else { return nil }
      let isMorning = bytes[position - 1] | 32 == UInt8(ascii: "a")
      position += 1
      return hour % 12 + (isMorning ? 0 : 12)
    }

    mutating func fractionInMilliseconds() -> Int? {
      guard skip(".,") else { return 0 }
      let digits = digitsAhead()
      guard digits >= 1 else { return nil }
      var value = 0
      for index in 0..<3 {
        value = value * 10 + (index < digits ? Int(bytes[position + index] - 48) : 0)
      }
      position += digits
      return value
    }

    mutating func zoneInMinutes() -> Int? {
      skipBlanks()
      if isAtEnd || skip("Zz") { return trailingBlanks() }
      if bytes[position...].elementsEqual("UTC".utf8) || bytes[position...].elementsEqual("GMT".utf8) {
        position += 3
        return trailingBlanks()
      }
      let sign = next == UInt8(ascii: "-") ? -1 : 1
      guard skip("+-"), digitsAhead() >= 2 else { return nil }
      let digits = digitsAhead()
      guard digits == 2 || digits == 4 else { return nil }
      let hours = take(2)
      let minutes = digits == 4 ? take(2) : skip(":") ? (number(2...2) ?? 99) : 0
      guard hours <= 14, minutes <= 59 else { return nil }
      _ = trailingBlanks()
      // Go writes the zone's name behind its offset.
      if hours == 0, minutes == 0, bytes[position...].elementsEqual("UTC".utf8) { position += 3 }
      return sign * (hours * 60 + minutes)
    }

    mutating func trailingBlanks() -> Int {
      skipBlanks()
      return 0
    }
  }
}

extension Int64 {
  /// Quotient rounded toward minus infinity, and the remainder from 0 up.
  package func quotientAndRemainderFloored(by divisor: Int64) -> (Int64, Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
