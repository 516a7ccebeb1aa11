import Tracks

/// Instants as a reader of pictures likes them: "14 Sep 2018 09:40 UTC".
enum DateText {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// A span in UTC to the minute, the date once where both ends share it; ends in milliseconds since 1970.
  static func span(_ span: ClosedRange<Int64>) -> String {
    let (from, to) = (parts(span.lowerBound), parts(span.upperBound))
    if from.date == to.date {
      return from.clock == to.clock
        ? "\(from.date) \(from.clock) UTC" : "\(from.date) \(from.clock) – \(to.clock) UTC"
    }
    return "\(from.date) \(from.clock) – \(to.date) \(to.clock) UTC"
  }

  private static func parts(_ milliseconds: Int64) -> (date: String, clock: String) {
    let iso = Array(TimeText.iso(milliseconds).utf8)
    func text(_ range: Range<Int>) -> String { String(decoding: iso[range], as: UTF8.self) }
    let month = months[(Int(text(5..<7)) ?? 1) - 1]
    return ("\(Int(text(8..<10)) ?? 0) \(month) \(text(0..<4))", text(11..<16))
  }

  /// A duration in the largest unit that is whole: "1 h", "90 min", "45 s".
  static func duration(_ milliseconds: Int64) -> String {
    let seconds = milliseconds / 1_000
    if seconds >= 172_800, seconds % 86_400 == 0 { return "\(seconds / 86_400) d" }
    if seconds > 0, seconds % 3_600 == 0 { return "\(seconds / 3_600) h" }
    return seconds > 0 && seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds) s"
  }

  /// A count with thin spaces between thousands.
  static func grouped(_ count: some BinaryInteger) -> String {
    let digits = String(count)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "\u{2009}" }
      result.append(digit)
    }
    return result
  }

  /// A number without a needless fraction.
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
