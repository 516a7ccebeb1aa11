import Platform

extension SceneMaker {
  /// Makes the dark rendezvous at work, or what is none.
  mutating func makeDark() {
    switch situation {
    case .darkOutOfReach: makeOutOfReach()
    case .darkAtDifferentTimes: makePassages(hours: 9, knots: 8.5...9, apartHours: 10.5)
    case .darkTooShort: makePassages(hours: 4, knots: 9.5...11, apartHours: 0)
    default: makeRendezvous()
    }
  }

  /// Both fall silent on their way, lie together for three hours, and are heard again on their way elsewhere.
  private mutating func makeRendezvous() {
    var meeting = meeting(minutes: 180...180)
    meeting.start = day + 10 * Self.hour + minutes(0...8 * 60)
    if situation == .darkAcrossAntimeridian { meeting.axis = .pi / 2 }
    var mmsis: [UInt32] = []
    var interval: Int64 = 0
    for ship in 0..<2 {
      let (before, after) = (minutes(150...255), minutes(150...255))
      let side = meeting.bearing(of: ship)
      let leg = meeting.leg(of: ship)
      let sail = { (duration: Int64, knots: Double, bearing: Double) in
        LocalPoint(
          metres: SceneMotion.metres(knots: knots, milliseconds: duration + 90 * Self.minute), bearing: bearing)
      }
      let (knotsIn, knotsOut) = (number(8...9), number(8...9))
      let origin = leg.point(atMilliseconds: leg.start) + sail(before, knotsIn, bearing(near: side))
      var motion = SceneMotion(metric: metric, from: origin, knots: knotsIn, thenTo: leg)
      motion.go(to: leg.point(atMilliseconds: leg.end) + sail(after, knotsOut, bearing(near: side)), knots: knotsOut)
      var reporting = usualReporting()
      reporting.silences = [meeting.start - before - Self.minute * 15..<meeting.end + after + Self.minute * 15]
      interval = max(interval, reporting.interval)
      let draughts = draughts(changingBy: ship == 0 ? -2 : 2, at: meeting.start + meeting.duration / 2)
      mmsis.append(add(motion, type: 80, reporting: reporting, draughts: draughts))
    }
    state(mmsis, from: meeting.start, to: meeting.end, interval: interval)
  }

  /// Both silent for eight hours, 195 km apart: at 15 kn there is time for one hour together, not for two.
  private mutating func makeOutOfReach() {
    let start = day + 6 * Self.hour + minutes(0...6 * 60)
    let axis = bearing()
    let half = LocalPoint(
      metres: SceneMotion.metres(knots: 3, milliseconds: 11 * Self.hour) / 2, bearing: axis + .pi / 2)
    var reporting = [usualReporting(), usualReporting()]
    let motions = [0, 1].map { ship in
      let place = LocalPoint(metres: 97_500, bearing: axis + .pi * Double(ship))
      reporting[ship].silences = [start..<start + 8 * Self.hour]
      return SceneMotion(
        metric: metric,
        SceneLeg(
          start: start - 90 * Self.minute, end: start + 570 * Self.minute, from: place - half, to: place + half))
    }
    addSilent(motions, reporting, from: start, to: start + 8 * Self.hour)
  }

  /// Both steam straight past one place, each silent for so many hours in the middle, the second so many hours later;
  /// where both are there at once, they stay 2.5 km apart.
  private mutating func makePassages(hours: Int64, knots: ClosedRange<Double>, apartHours: Double) {
    let start = day + 6 * Self.hour + minutes(0...6 * 60)
    let axis = bearing()
    var reporting = [usualReporting(), usualReporting()]
    let apart = Int64(apartHours * Double(Self.hour))
    let courses = [axis, axis + number(1.2...1.9)]
    let halves = courses.map { course in
      let duration = hours * Self.hour / 2 + 90 * Self.minute
      return LocalPoint(metres: SceneMotion.metres(knots: number(knots), milliseconds: duration), bearing: course)
    }
    let relative = halves[1] - halves[0]
    let off = LocalPoint(east: -relative.north, north: relative.east) * (2500 / relative.length)
    let motions = [0, 1].map { ship in
      let begin = start + apart * Int64(ship)
      let end = begin + hours * Self.hour
      let place = off * Double(ship)
      reporting[ship].silences = [begin..<end]
      return SceneMotion(
        metric: metric,
        SceneLeg(
          start: begin - 90 * Self.minute, end: end + 90 * Self.minute, from: place - halves[ship],
          to: place + halves[ship]))
    }
    addSilent(motions, reporting, from: start, to: start + apart + hours * Self.hour)
  }

  private mutating func addSilent(
    _ motions: [SceneMotion], _ reporting: [SceneReporting], from start: Int64, to end: Int64
  ) {
    let mmsis = zip(motions, reporting).map { add($0, type: 80, reporting: $1) }
    state(mmsis, from: start, to: end, interval: reporting.map(\.interval).max() ?? 0)
  }
}
