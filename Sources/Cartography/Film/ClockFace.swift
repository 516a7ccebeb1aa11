import Tracks

/// Which days, months and seconds a film's clock may have to show, so that it keeps room for them and nothing moves.
package struct ClockFace: Sendable, Equatable {
  /// The months that come, 1...12, rising; at least one.
  let months: [Int]
  /// Whether a day from the 10th on comes.
  let hasLongDays: Bool
  /// Whether instants are told to the second.
  let showsSeconds: Bool

  /// A clock for any instant, to the minute.
  package init() {
    months = Array(1...12)
    hasLongDays = true
    showsSeconds = false
  }

  /// A clock for the instants of a film; to the second where its frames are no whole minutes apart.
  package init(_ timeline: FilmTimeline) {
    let day: Int64 = 86_400_000
    let (first, _) = timeline.span.lowerBound.quotientAndRemainderFloored(by: day)
    let (last, _) = timeline.span.upperBound.quotientAndRemainderFloored(by: day)
    var months: Set<Int> = []
    var hasLongDays = false
    // A year has every month and every day.
    for number in first...min(last, first + 366) {
      let date = Calendar.date(days: Int(number))
      months.insert(date.month)
      if date.day >= 10 { hasLongDays = true }
    }
    self.months = months.sorted()
    self.hasLongDays = hasLongDays
    showsSeconds = timeline.step % 60_000 != 0
  }
}
