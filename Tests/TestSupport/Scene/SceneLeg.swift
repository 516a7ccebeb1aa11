import Platform

/// A part of a ship's way: a straight line at constant speed and, about the moving point on it, a swing.
struct SceneLeg: Hashable, Sendable {
  /// Milliseconds since 1970.
  var start: Int64
  /// Milliseconds since 1970.
  var end: Int64
  var from: LocalPoint
  var to: LocalPoint
  /// Metres from the point on the line.
  var radius = 0.0
  /// Metres by which the radius grows and shrinks.
  var radiusSwing = 0.0
  /// Seconds of one growing and shrinking.
  var swingPeriod = 5400.0
  /// Radians clockwise from north, at the start.
  var bearing = 0.0
  /// Radians a second, clockwise.
  var turnRate = 0.0

  func point(atMilliseconds time: Int64) -> LocalPoint {
    let seconds = Double(time - start) / 1000
    let share = end > start ? Double(time - start) / Double(end - start) : 0
    let line = from + (to - from) * share
    guard radius != 0 || radiusSwing != 0 else { return line }
    let metres = radius + radiusSwing * sin(2 * .pi * seconds / swingPeriod)
    return line + LocalPoint(metres: metres, bearing: bearing + turnRate * seconds)
  }
}
