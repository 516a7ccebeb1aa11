import Tracks

/// Instants as a reader of pictures likes them: "14 Sep 2018 09:40 UTC".
package enum DateText {
  /// January first.
  static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// A span in UTC to the minute, the date once where both ends share it; ends in milliseconds since 1970.
  package static func span(_ span: ClosedRange<Int64>) -> String {
    let (from, to) = (parts(span.lowerBound), parts(span.upperBound))
    if from.date == to.date {
      return from.clock == to.clock
        ? "\(from.date) \(from.clock) UTC" : "\(from.date) \(from.clock) – \(to.clock) UTC"
    }
    return "\(from.date) \(from.clock) – \(to.date) \(to.clock) UTC"
  }

  /// "14 Sep 2018 09:40", without a zone.
  package static func instant(_ milliseconds: Int64) -> String {
    let (date, clock) = parts(milliseconds)
    return "\(date) \(clock)"
  }

  /// "14 Sep".
  package static func day(_ milliseconds: Int64) -> String {
    parts(milliseconds).date.split(separator: " ").prefix(2).joined(separator: " ")
  }

  /// "09:40".
  package static func clock(_ milliseconds: Int64) -> String { parts(milliseconds).clock }

  /// How long something lasted in its two largest units: "2 d 4 h", "9 h 40 min", "12 min"; rounded to the last of them.
  package static func length(_ milliseconds: Int64) -> String {
    let minutes = (milliseconds + 30_000) / 60_000
    if minutes < 1 { return "\(milliseconds / 1_000) s" }
    if minutes < 60 { return "\(minutes) min" }
    if minutes < 48 * 60 {
      return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
    }
    let hours = (minutes + 30) / 60
    return hours % 24 == 0 ? "\(hours / 24) d" : "\(hours / 24) d \(hours % 24) h"
  }

  private static func parts(_ milliseconds: Int64) -> (date: String, clock: String) {
    let iso = Array(TimeText.iso(milliseconds).utf8)
    func text(_ range: Range<Int>) -> String { String(decoding: iso[range], as: UTF8.self) }
    let month = months[(Int(text(5..<7)) ?? 1) - 1]
    return ("\(Int(text(8..<10)) ?? 0) \(month) \(text(0..<4))", text(11..<16))
  }

  /// A duration in the largest unit that is whole: "1 h", "90 min", "45 s".
  package static func duration(_ milliseconds: Int64) -> String {
    let seconds = milliseconds / 1_000
    if seconds >= 172_800, seconds % 86_400 == 0 { return "\(seconds / 86_400) d" }
    if seconds > 0, seconds % 3_600 == 0 { return "\(seconds / 3_600) h" }
    return seconds > 0 && seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds) s"
  }

  /// A count with thin spaces between thousands.
  package static func grouped(_ count: some BinaryInteger) -> String {
    let digits = String(count)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "\u{2009}" }
      result.append(digit)
    }
    return result
  }

  /// A number without a needless fraction.
  package static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
