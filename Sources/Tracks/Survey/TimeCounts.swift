/// How many positions there are in each minute of UTC; in each hour where all together span more than 366 days.
public struct TimeCounts: Sendable, Equatable {
  private static let minute: Int64 = 60_000
  private static let day: Int64 = 86_400_000

  /// Milliseconds of a bin: a minute or an hour.
  private let unit: Int64
  /// The first bin, counted from 1970.
  private let first: Int64
  private var counts: [Int]

  /// No positions in a span of time, both ends inclusive, in milliseconds since 1970.
  package init(_ span: ClosedRange<Int64>) {
    unit = span.upperBound - span.lowerBound <= 366 * TimeCounts.day ? TimeCounts.minute : 60 * TimeCounts.minute
    first = span.lowerBound / unit
    counts = [Int](repeating: 0, count: Int(span.upperBound / unit - first) + 1)
  }

  /// Counts a position within the span.
  @inline(__always)
  package mutating func add(_ milliseconds: Int64) {
    // Divisions by a number that is known beforehand are multiplications.
    let bin = unit == 60_000 ? milliseconds / 60_000 : milliseconds / 3_600_000
    counts[Int(bin &- first)] &+= 1
  }

  /// Takes in counts of the same span.
  mutating func add(_ other: TimeCounts) {
    for bin in counts.indices { counts[bin] += other.counts[bin] }
  }

  /// Milliseconds since 1970 at which a bin begins.
  private func start(_ bin: Int) -> Int64 { (first + Int64(bin)) * unit }

  /// The days of UTC, first to last, that hold the data, in days since 1970; nil without positions.
  ///
  /// Days of less than 1 % of the positions of the busiest day do not count; the others are runs where no 30 days or more
  /// lie between them, of which those do not count that have less than 5 % of the positions of the largest.
  public var mainDays: ClosedRange<Int64>? {
    var days: [(day: Int64, count: Int)] = []
    for bin in counts.indices where counts[bin] > 0 {
      let day = start(bin) / TimeCounts.day
      if days.last?.day == day { days[days.count - 1].count += counts[bin] } else { days.append((day, counts[bin])) }
    }
    let busiest = days.map(\.count).max() ?? 0
    var runs: [(first: Int64, last: Int64, count: Int)] = []
    for (day, count) in days where 100 * count >= busiest {
      if let run = runs.last, day - run.last < 30 {
        runs[runs.count - 1] = (run.first, day, run.count + count)
      } else {
        runs.append((day, day, count))
      }
    }
    let largest = runs.map(\.count).max() ?? 0
    let main = runs.filter { 20 * $0.count >= largest }
    guard let first = main.first, let last = main.last else { return nil }
    return first.first...last.last
  }

  /// How many positions lie outside some days since 1970.
  public func count(outside days: ClosedRange<Int64>) -> Int {
    counts.indices.reduce(0) { $0 + (days.contains(start($1) / TimeCounts.day) ? 0 : counts[$1]) }
  }

  /// Counts in steps of one length that begin at whole multiples of it since 1970, from the first step to the last of some
  /// days since 1970 that has positions: the shortest of the usual lengths that makes at most so many steps.
  ///
  /// `start` and `step` are milliseconds, `start` since 1970.
  public func steps(
    during days: ClosedRange<Int64>, atMost limit: Int
  ) -> (start: Int64, step: Int64, counts: [Int])? {
    let used = counts.indices.filter { counts[$0] > 0 && days.contains(start($0) / TimeCounts.day) }
    guard let from = used.first.map(start), let to = used.last.map(start) else { return nil }
    let step = TimeCounts.step(from: from, to: to, unit: unit, atMost: max(limit, 2))
    let firstStep = from / step
    var sums = [Int](repeating: 0, count: Int(to / step - firstStep) + 1)
    for bin in used { sums[Int(start(bin) / step - firstStep)] += counts[bin] }
    return (firstStep * step, step, sums)
  }

  private static func step(from: Int64, to: Int64, unit: Int64, atMost limit: Int) -> Int64 {
    let usual: [Int64] = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 20_160, 40_320]
    let fits = usual.map { $0 * minute }.first { $0 >= unit && to / $0 - from / $0 < Int64(limit) }
    if let fits { return fits }
    let week = 7 * day
    return week * ((to - from) / (week * Int64(limit - 1)) + 1)
  }
}
