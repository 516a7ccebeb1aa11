import Platform

/// How far a fix lies from where an earlier one says that its ship would be.
enum DeadReckoning {
  /// Milliseconds for which a ship is taken to keep its speed and course.
  private static let horizonInMilliseconds = 3_600_000.0

  /// Metres between a fix and the place reckoned from an earlier one by the mean of the speeds and courses both report.
  ///
  /// A ship that reports none is at rest. Beyond an hour the ship has gone on for that hour or stayed where it was,
  /// whichever comes nearer.
  static func discrepancyInMetres(from a: Fix, to b: Fix) -> Double {
    let radian = Double.pi / 180
    let duration = Double(b.milliseconds &- a.milliseconds)
    var degreesEast = b.longitude - a.longitude
    if degreesEast > 180 { degreesEast -= 360 } else if degreesEast < -180 { degreesEast += 360 }
    let north = (b.latitude - a.latitude) * 111_195
    let east = degreesEast * 111_195 * cos((a.latitude + b.latitude) / 2 * radian)
    let rest = (north * north + east * east).squareRoot()
    guard let velocity = meanVelocity(a, b) else { return rest }
    let under = min(duration, horizonInMilliseconds)
    let (missedNorth, missedEast) = (north - velocity.north * under, east - velocity.east * under)
    let missed = (missedNorth * missedNorth + missedEast * missedEast).squareRoot()
    return duration > horizonInMilliseconds ? min(missed, rest) : missed
  }

  /// Metres that a ship strays from where it is reckoned in a silence, three minutes of which are for clocks: a knot,
  /// and half the greater of the speeds two fixes report (ten knots where none does).
  static func driftInMetres(from a: Fix, to b: Fix) -> Double {
    let speed: Double =
      switch (a.speedInKnots, b.speedInKnots) {
      case (let first?, let second?): max(first, second)
      case (let first, let second): first ?? second ?? 10
      }
    let silence = Double(b.milliseconds &- a.milliseconds) + 180_000
    return (1 + speed / 2) * (1852 / 3_600_000) * silence
  }

  /// The mean of the velocities two fixes report in metres a millisecond, of one where the other reports none.
  private static func meanVelocity(_ a: Fix, _ b: Fix) -> (north: Double, east: Double)? {
    guard let first = velocity(a) else { return velocity(b) }
    guard let second = velocity(b) else { return first }
    return ((first.north + second.north) / 2, (first.east + second.east) / 2)
  }

  private static func velocity(_ fix: Fix) -> (north: Double, east: Double)? {
    guard let speed = fix.speedInKnots, let course = fix.courseInDegrees else { return nil }
    let metresPerMillisecond = speed * (1852 / 3_600_000)
    let angle = course * (.pi / 180)
    return (metresPerMillisecond * cos(angle), metresPerMillisecond * sin(angle))
  }
}
