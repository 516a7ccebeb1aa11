import Platform

/// When a ship reports.
struct SceneReporting {
  /// Seconds from one report to the next.
  var seconds: ClosedRange<Int>
  /// Times in milliseconds since 1970 without a report.
  var silences: [Range<Int64>] = []
  /// The first report from here on, in milliseconds since 1970, is not received.
  var missedFrom: Int64?

  /// The longest time between two reports that is no silence, in milliseconds.
  var interval: Int64 { Int64(seconds.upperBound) * 1000 }

  /// The reports of a ship on its way.
  func reports(of motion: SceneMotion, using random: inout SeededGenerator) -> [SceneReport] {
    var reports: [SceneReport] = []
    var missed = missedFrom
    var second = (motion.start + 999) / 1000 + Int64(Int.random(in: 0...seconds.lowerBound, using: &random))
    while second * 1000 <= motion.end {
      let time = second * 1000
      second += Int64(Int.random(in: seconds, using: &random))
      if silences.contains(where: { $0.contains(time) }) { continue }
      if let from = missed, time >= from {
        missed = nil
        continue
      }
      let velocity = motion.velocity(atMilliseconds: time)
      reports.append(
        SceneReport(
          milliseconds: time, place: motion.place(atMilliseconds: time), knots: velocity.knots,
          course: velocity.course))
    }
    return reports
  }
}
