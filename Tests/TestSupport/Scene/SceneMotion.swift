import Geography
import Platform

/// Where a ship truly is at every instant.
public struct SceneMotion: Hashable, Sendable {
  /// The plane that the way is laid on.
  public var metric: LocalMetric
  /// One after the other without a break.
  private(set) var legs: [SceneLeg]

  /// A way of one leg.
  init(metric: LocalMetric, _ first: SceneLeg) {
    self.metric = metric
    legs = [first]
  }

  /// A way that starts at a point and arrives at the start of a leg with a speed in knots, then goes on with the leg.
  init(metric: LocalMetric, from origin: LocalPoint, knots: Double, thenTo leg: SceneLeg) {
    let goal = leg.point(atMilliseconds: leg.start)
    let start = leg.start - Self.milliseconds((goal - origin).length, knots: knots)
    self.init(metric: metric, SceneLeg(start: start, end: leg.start, from: origin, to: goal))
    legs.append(leg)
  }

  /// When the way begins, in milliseconds since 1970.
  public var start: Int64 { legs[0].start }

  /// When the way ends, in milliseconds since 1970.
  public var end: Int64 { legs[legs.count - 1].end }

  /// Where the ship is on its plane; before the start and after the end it lies still.
  public func point(atMilliseconds time: Int64) -> LocalPoint {
    let time = min(max(time, start), end)
    let leg = legs.first { time < $0.end } ?? legs[legs.count - 1]
    return leg.point(atMilliseconds: time)
  }

  /// Where the ship is.
  public func place(atMilliseconds time: Int64) -> Coordinate { metric.place(of: point(atMilliseconds: time)) }

  /// Speed over ground in knots and course over ground in degrees, 0..<360, over two seconds about an instant.
  public func velocity(atMilliseconds time: Int64) -> (knots: Double, course: Double) {
    let (before, after) = (max(start, time - 1000), min(end, time + 1000))
    guard after > before else { return (0, 0) }
    let step = point(atMilliseconds: after) - point(atMilliseconds: before)
    let course = atan2(step.east, step.north) * 180 / .pi
    return (
      step.length / (Double(after - before) / 1000) / Self.metresPerSecondInAKnot, course < 0 ? course + 360 : course
    )
  }

  /// Goes on straight to a point with a speed in knots.
  mutating func go(to goal: LocalPoint, knots: Double) {
    let from = point(atMilliseconds: end)
    go(to: goal, by: end + Self.milliseconds((goal - from).length, knots: knots))
  }

  /// Goes on straight to a point, to arrive at an instant.
  mutating func go(to goal: LocalPoint, by time: Int64) {
    legs.append(SceneLeg(start: end, end: time, from: point(atMilliseconds: end), to: goal))
  }

  /// Goes straight to where a leg starts, to be there in time, and on with it.
  mutating func go(thenTo leg: SceneLeg) {
    go(to: leg.point(atMilliseconds: leg.start), by: leg.start)
    legs.append(leg)
  }

  static let metresPerSecondInAKnot = 1852.0 / 3600

  /// How long so many metres take.
  static func milliseconds(_ metres: Double, knots: Double) -> Int64 {
    Int64((metres / (knots * metresPerSecondInAKnot) * 1000).rounded())
  }

  /// How many metres a speed in knots makes in milliseconds.
  static func metres(knots: Double, milliseconds: Int64) -> Double {
    knots * metresPerSecondInAKnot * Double(milliseconds) / 1000
  }
}
