import Platform

extension SceneMaker {
  /// A meeting of the usual kind in some hours, so many minutes long: alongside, drifting slowly.
  mutating func meeting(minutes duration: ClosedRange<Int64>) -> SceneMeeting {
    let start = day + 6 * Self.hour + minutes(0...36 * 60)
    let duration = minutes(duration)
    let (distance, axis) = (number(40...250), bearing())
    return SceneMeeting(
      start: start, duration: duration, distance: distance, axis: axis, drift: number(0.1...1), driftBearing: bearing())
  }

  /// The way of a ship that comes from its own side, lies in the meeting and leaves on its own side in another direction.
  mutating func motion(of ship: Int, in meeting: SceneMeeting) -> SceneMotion {
    var motion = arrival(of: ship, in: meeting)
    leave(&motion, towards: meeting.bearing(of: ship) + meeting.turnRate * Double(meeting.duration) / 1000)
    return motion
  }

  /// The way of a ship until the meeting ends.
  mutating func arrival(of ship: Int, in meeting: SceneMeeting) -> SceneMotion {
    let leg = meeting.leg(of: ship)
    let side = bearing(near: meeting.bearing(of: ship))
    let origin =
      leg.point(atMilliseconds: leg.start) + LocalPoint(metres: number(30_000...60_000), bearing: side)
    return SceneMotion(metric: metric, from: origin, knots: number(8...12), thenTo: leg)
  }

  /// Leaves for a place 30 to 60 km away on a side given in radians.
  mutating func leave(_ motion: inout SceneMotion, towards side: Double) {
    let step = LocalPoint(metres: number(30_000...60_000), bearing: bearing(near: side))
    motion.go(to: motion.point(atMilliseconds: motion.end) + step, knots: number(8...12))
  }

  /// Adds the ships of a meeting, each with its own times of reporting, and says what happened to each pair.
  mutating func add(_ meeting: SceneMeeting, types: [Int] = [], reporting: [SceneReporting] = []) {
    var mmsis: [UInt32] = []
    var interval: Int64 = 0
    let middle = meeting.start + meeting.duration / 2
    for ship in 0..<meeting.ships {
      let motion = motion(of: ship, in: meeting)
      let reporting = ship < reporting.count ? reporting[ship] : usualReporting()
      interval = max(interval, reporting.interval)
      let draughts = draughts(changingBy: ship == 0 ? number(-3 ... -0.5) : number(0.5...3), at: middle)
      let type = ship < types.count ? types[ship] : [70, 79, 80, 81, 82, 89].randomElement(using: &random) ?? 80
      mmsis.append(add(motion, type: type, reporting: reporting, draughts: draughts))
    }
    for first in mmsis.indices {
      for second in mmsis.indices where second > first {
        state([mmsis[first], mmsis[second]], from: meeting.start, to: meeting.end, interval: interval)
      }
    }
  }

  /// A port at so many metres from where a meeting's middle is in the middle of its time.
  mutating func addPort(metres: ClosedRange<Double>, from meeting: SceneMeeting) {
    let point = meeting.place + LocalPoint(metres: number(metres), bearing: bearing())
    scene.ports.append(ScenePort(name: "Port of Case \(scene.ports.count + 1)", place: metric.place(of: point)))
  }
}
