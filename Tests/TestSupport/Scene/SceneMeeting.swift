import Platform

/// How ships lie together for a time.
struct SceneMeeting {
  /// Milliseconds since 1970.
  var start: Int64
  /// Milliseconds.
  var duration: Int64
  /// Ships in the meeting, 2 or 3.
  var ships = 2
  /// Metres between neighbours.
  var distance: Double
  /// Metres by which the distance grows and shrinks.
  var swing = 0.0
  /// Radians a second by which the ships turn about each other.
  var turnRate = 0.0
  /// Radians from north to the first ship, seen from the middle.
  var axis: Double
  /// The speed at which all drift, in knots.
  var drift: Double
  /// Where all drift to, in radians.
  var driftBearing: Double
  /// Where the middle is in the middle of the time.
  var place = LocalPoint.zero

  /// Milliseconds since 1970.
  var end: Int64 { start + duration }

  /// Radians from north to a ship, seen from the middle, at the start.
  func bearing(of ship: Int) -> Double { axis + 2 * .pi * Double(ship) / Double(ships) }

  /// The way of a ship while the meeting lasts.
  func leg(of ship: Int) -> SceneLeg {
    let metres = SceneMotion.metres(knots: drift, milliseconds: duration)
    let half = LocalPoint(metres: metres / 2, bearing: driftBearing)
    let radii = 2 * sin(.pi / Double(ships))
    return SceneLeg(
      start: start, end: end, from: place - half, to: place + half, radius: distance / radii,
      radiusSwing: swing / radii, bearing: bearing(of: ship), turnRate: turnRate)
  }
}
