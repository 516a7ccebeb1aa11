/// What time it is in a log whose sentences do not say, as its base stations, receivers and messages tell it.
struct LogClock: Sendable {
  /// The latest time known, in milliseconds since 1970; nil before the first.
  private(set) var now: Int64?

  private static let minute: Int64 = 60_000
  private static let day: Int64 = 86_400_000

  /// A clock that begins at an instant, or knows none.
  init(_ start: Int64?) { now = start }

  /// Somebody says what time it is; an instant that no fix can have is not believed.
  mutating func set(_ instant: Int64) {
    if (0..<Fix.endOfTime).contains(instant) { now = instant }
  }

  /// Somebody says what time of day it is: the nearest such instant; nil where no day is known.
  mutating func set(timeOfDay: Int32) -> Int64? {
    now = now.map { LogClock.nearest(to: $0, at: Int64(timeOfDay), of: LogClock.day) }
    return now
  }

  /// A message says in which second of a minute it was sent: the nearest such instant; the time itself where it does not
  /// say.
  mutating func instant(second: UInt8) -> Int64? {
    if second < 60 { now = now.map { LogClock.nearest(to: $0, at: Int64(second) * 1_000, of: LogClock.minute) } }
    return now
  }

  /// The instant nearest to another that lies so far into a period.
  private static func nearest(to instant: Int64, at offset: Int64, of period: Int64) -> Int64 {
    let rest = (instant - offset).quotientAndRemainderFloored(by: period).1
    return rest * 2 <= period ? instant - rest : instant - rest + period
  }
}
