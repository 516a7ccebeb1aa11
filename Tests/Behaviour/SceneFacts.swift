import Geography
import TestSupport

/// What the true motions of two ships say at steps of ten seconds, measured on the ellipsoid.
struct SceneFacts {
  static let step: Int64 = 10_000
  static let metresPerSecondInAKnot = 1852.0 / 3600

  let first: SceneMotion
  let second: SceneMotion
  /// When both are at sea.
  let common: ClosedRange<Int64>
  /// Metres between the ships at each step of the common time.
  let distances: [Double]

  /// The facts of a truth of two ships; nil where there are not two.
  init?(_ truth: SceneTruth, in scene: Scene) {
    guard truth.mmsis.count == 2, let first = scene.vessel(truth.mmsis[0])?.motion,
      let second = scene.vessel(truth.mmsis[1])?.motion
    else { return nil }
    (self.first, self.second) = (first, second)
    let start = max(first.start, second.start)
    common = start...max(start, min(first.end, second.end))
    distances = stride(from: common.lowerBound, through: common.upperBound, by: Int(Self.step)).map { time in
      Ellipsoid.distanceInMetres(first.place(atMilliseconds: time), second.place(atMilliseconds: time))
    }
  }

  /// The times during which the ships are within so many metres, in milliseconds since 1970.
  func spans(within metres: Double) -> [ClosedRange<Int64>] {
    var spans: [ClosedRange<Int64>] = []
    var start: Int64?
    for (index, distance) in distances.enumerated() {
      let time = common.lowerBound + Int64(index) * Self.step
      if distance <= metres {
        start = start ?? time
      } else if let from = start {
        spans.append(from...time - Self.step)
        start = nil
      }
    }
    if let from = start { spans.append(from...common.upperBound) }
    return spans
  }

  /// The least and the greatest distance in metres during some time.
  func distances(from start: Int64, to end: Int64) -> ClosedRange<Double>? {
    let low = Int((start - common.lowerBound + Self.step - 1) / Self.step)
    let high = Int((end - common.lowerBound) / Self.step)
    let some = distances[...min(high, distances.count - 1)].dropFirst(low)
    guard let least = some.min(), let greatest = some.max() else { return nil }
    return least...greatest
  }

  /// The slowest and the fastest speed in knots of a ship over ten-minute parts of some time.
  static func speeds(of motion: SceneMotion, from start: Int64, to end: Int64) -> ClosedRange<Double> {
    var speeds: [Double] = []
    var time = start
    while time + 600_000 <= end {
      var metres = 0.0
      for part in stride(from: time, to: time + 600_000, by: Int(step)) {
        metres += Ellipsoid.distanceInMetres(
          motion.place(atMilliseconds: part), motion.place(atMilliseconds: part + step))
      }
      speeds.append(metres / 600 / metresPerSecondInAKnot)
      time += 600_000
    }
    return (speeds.min() ?? 0)...(speeds.max() ?? 0)
  }

  /// The times, to a minute, at which straight lines between the reports of two ships are within so many metres.
  static func reportedSpans(_ first: SceneVessel, _ second: SceneVessel, within metres: Double) -> [ClosedRange<Int64>]
  {
    var spans: [ClosedRange<Int64>] = []
    guard let start = [first, second].compactMap({ $0.reports.first?.milliseconds }).max(),
      let end = [first, second].compactMap({ $0.reports.last?.milliseconds }).min(), start < end
    else { return [] }
    var (next, other) = (0, 0)
    for time in stride(from: start, through: end, by: 60_000) {
      let distance = Ellipsoid.distanceInMetres(
        place(of: first, at: time, from: &next), place(of: second, at: time, from: &other))
      guard distance <= metres else { continue }
      if let last = spans.last, last.upperBound == time - 60_000 {
        spans[spans.count - 1] = last.lowerBound...time
      } else {
        spans.append(time...time)
      }
    }
    return spans
  }

  private static func place(of vessel: SceneVessel, at time: Int64, from index: inout Int) -> Coordinate {
    while index + 2 < vessel.reports.count && vessel.reports[index + 1].milliseconds <= time { index += 1 }
    let (a, b) = (vessel.reports[index], vessel.reports[index + 1])
    let share = Double(time - a.milliseconds) / Double(b.milliseconds - a.milliseconds)
    return Coordinate(
      latitude: a.place.latitude + share * (b.place.latitude - a.place.latitude),
      longitude: BoundingBox.wrapped(
        a.place.longitude + share * BoundingBox.wrapped(b.place.longitude - a.place.longitude)))
  }

  /// The longest time without a report of a ship: the reports before and after it.
  static func silence(of vessel: SceneVessel) -> (off: SceneReport, on: SceneReport)? {
    zip(vessel.reports, vessel.reports.dropFirst())
      .max { $0.1.milliseconds - $0.0.milliseconds < $1.1.milliseconds - $1.0.milliseconds }
      .map { (off: $0.0, on: $0.1) }
  }

  /// When a ship can be at a place in its silence at a speed in knots, in milliseconds since 1970; nil if never.
  static func window(
    at place: Coordinate, in silence: (off: SceneReport, on: SceneReport), knots: Double
  ) -> ClosedRange<Int64>? {
    func duration(_ metres: Double) -> Int64 { Int64(metres / (knots * metresPerSecondInAKnot) * 1000) }
    let from = silence.off.milliseconds + duration(Ellipsoid.distanceInMetres(silence.off.place, place))
    let to = silence.on.milliseconds - duration(Ellipsoid.distanceInMetres(place, silence.on.place))
    return from <= to ? from...to : nil
  }

  /// The longest time, in milliseconds, for which both ships can be at one place on a grid about a centre.
  static func longestMeeting(
    _ first: (off: SceneReport, on: SceneReport), _ second: (off: SceneReport, on: SceneReport),
    about centre: Coordinate,
    knots: Double
  ) -> Int64 {
    var longest: Int64 = 0
    for row in -20...20 {
      for column in -20...20 {
        let place = Coordinate(
          latitude: centre.latitude + Double(row) * 0.05,
          longitude: BoundingBox.wrapped(centre.longitude + Double(column) * 0.06))
        guard let a = window(at: place, in: first, knots: knots), let b = window(at: place, in: second, knots: knots)
        else { continue }
        longest = max(longest, min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound))
      }
    }
    return longest
  }
}
