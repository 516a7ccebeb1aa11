import Tracks

/// How far apart in time the ticks of a date strip are: round times in UTC.
enum CalendarStep: Sendable, Equatable {
  /// So many minutes, of which a day is a multiple, or so many days; counted from midnight of 1 January 1970.
  case minutes(Int64)
  /// Mondays.
  case weeks
  /// So many months, of which a year is a multiple or which is a multiple of a year.
  case months(Int)

  private static let day: Int64 = 86_400_000

  /// From the shortest to the longest.
  static let all: [CalendarStep] =
    [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 2_880].map { .minutes($0) } + [.weeks]
    + [1, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000].map { .months($0) }

  /// About how long it is, in milliseconds; no longer than the shortest of its kind.
  var length: Int64 {
    switch self {
    case .minutes(let minutes): minutes * 60_000
    case .weeks: 7 * Self.day
    case .months(let months): Int64(months) * 28 * Self.day
    }
  }

  /// The least distance between its labels, in ems: times of day are alike and want more room than dates.
  var labelGap: Double { length < Self.day ? 2.4 : 1.1 }

  /// Whether each of this step's times is one of another step, too.
  func isMultiple(of other: CalendarStep) -> Bool {
    switch (self, other) {
    case (.minutes(let own), .minutes(let others)): own % others == 0
    case (.weeks, .minutes(let others)), (.months, .minutes(let others)): others <= 1_440
    case (.months(let own), .months(let others)): own % others == 0
    default: false
    }
  }

  /// The step's times within a span, both ends included, rising; milliseconds since 1970.
  func times(in span: ClosedRange<Int64>) -> [Int64] {
    var times: [Int64] = []
    switch self {
    case .minutes, .weeks:
      // The first Monday of all was 5 January 1970.
      let offset = self == .weeks ? 4 * Self.day : 0
      let (count, rest) = (span.lowerBound - offset).quotientAndRemainderFloored(by: length)
      var time = (rest == 0 ? count : count + 1) * length + offset
      while time <= span.upperBound {
        times.append(time)
        time += length
      }
    case .months(let step):
      let (days, _) = span.lowerBound.quotientAndRemainderFloored(by: Self.day)
      let date = Calendar.date(days: Int(days))
      var month = (date.year * 12 + date.month - 1) / step * step
      while true {
        let time = Int64(Calendar.days(year: month / 12, month: month % 12 + 1, day: 1)) * Self.day
        if time > span.upperBound { break }
        if time >= span.lowerBound { times.append(time) }
        month += step
      }
    }
    return times
  }

  /// Whether a longer stretch of the calendar begins at one of the step's times: a day, a month's first tick, a year.
  func isStrong(_ time: Int64, after last: Int64?) -> Bool {
    let date = Self.date(time)
    switch self {
    case .minutes(let minutes) where minutes < 1_440: return time % Self.day == 0
    case .minutes, .weeks: return last.map { Self.date($0).month != date.month } ?? (date.day == 1)
    case .months(let months): return months < 12 && date.month == 1
    }
  }

  /// What stands at one of the step's times; strong ones and the `first` of a strip without any tell the longer stretch.
  func label(_ time: Int64, isStrong: Bool, isFirst: Bool) -> String {
    let date = Self.date(time)
    let month = DateText.months[date.month - 1]
    switch self {
    case .minutes(let minutes) where minutes < 1_440:
      if isStrong { return DateText.day(time) }
      return isFirst ? "\(DateText.day(time)), \(DateText.clock(time))" : DateText.clock(time)
    case .minutes, .weeks: return DateText.day(time)
    case .months(let months):
      if months >= 12 || isStrong { return "\(date.year)" }
      return isFirst ? "\(month) \(date.year)" : month
    }
  }

  private static func date(_ time: Int64) -> (year: Int, month: Int, day: Int) {
    Calendar.date(days: Int(time.quotientAndRemainderFloored(by: day).0))
  }
}
