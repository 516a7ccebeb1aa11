import Platform

extension SceneMaker {
  /// Makes the decoy at work: what is no transfer.
  mutating func makeDecoy() {
    switch situation {
    case .convoy: makeCompany(knots: 12, distance: 300, hours: 6, types: [70, 70])
    case .pairTrawling: makeCompany(knots: 3.5, distance: 400, hours: 8, types: [30, 30])
    case .tugAndTow: makeTow(type: 52)
    case .towingAndTow: makeTow(type: 31)
    case .passing: makePassing()
    case .samePlaceLater: makeSamePlaceLater()
    case .twoShortMeetings: makeTwoShortMeetings()
    default: makeMeetingThatIsNoTransfer()
    }
  }

  private mutating func makeMeetingThatIsNoTransfer() {
    var meeting = meeting(minutes: 180...480)
    var types: [Int] = []
    switch situation {
    case .atAnchor:
      meeting.duration = 12 * Self.hour
      (meeting.distance, meeting.swing, meeting.drift) = (900, 40, 0)
    case .shortMeeting: meeting.duration = 50 * Self.minute
    case .justTooFar:
      meeting.distance = 510
      (meeting.drift, meeting.driftBearing) = (0.3, meeting.axis + .pi / 2)
    case .justTooShort: meeting.duration = 110 * Self.minute
    case .justTooFast: meeting.drift = 2.15
    case .justNearPort:
      meeting.drift = 0.02
      addPort(metres: 9_700...9_700, from: meeting)
    case .inPort:
      meeting.drift = 0.02
      addPort(metres: 500...3_000, from: meeting)
    default:
      types = [50, 70]
      meeting.duration = 150 * Self.minute
    }
    add(meeting, types: types)
  }

  /// Two ships side by side all the way.
  private mutating func makeCompany(knots: Double, distance: Double, hours: Int64, types: [Int]) {
    let start = day + 6 * Self.hour + minutes(0...36 * 60)
    let course = bearing()
    let half = LocalPoint(
      metres: SceneMotion.metres(knots: knots, milliseconds: hours * Self.hour) / 2, bearing: course)
    let legs = [-0.5, 0.5].map { side in
      let abeam = LocalPoint(metres: distance * side, bearing: course + .pi / 2)
      return SceneLeg(start: start, end: start + hours * Self.hour, from: abeam - half, to: abeam + half)
    }
    addTogether(legs.map { SceneMotion(metric: metric, $0) }, types: types, from: start, to: legs[0].end)
  }

  /// A tug with a barge: tows at 6 kn, drifts, tows on.
  private mutating func makeTow(type: Int) {
    let start = day + 6 * Self.hour + minutes(0...36 * 60)
    let (duration, course, line) = (minutes(240...480), bearing(), number(80...300))
    let half = LocalPoint(metres: SceneMotion.metres(knots: 1, milliseconds: duration) / 2, bearing: course)
    let run = LocalPoint(metres: number(20_000...40_000), bearing: course)
    let motions = [0, -line].map { astern in
      let place = LocalPoint(metres: astern, bearing: course)
      let drift = SceneLeg(start: start, end: start + duration, from: place - half, to: place + half)
      var motion = SceneMotion(metric: metric, from: place - half - run, knots: 6, thenTo: drift)
      motion.go(to: place + half + run, knots: 6)
      return motion
    }
    let barge = [90, 99, 1023].randomElement(using: &random) ?? 99
    addTogether(motions, types: [type, barge], from: motions[0].start, to: motions[0].end)
  }

  private mutating func addTogether(_ motions: [SceneMotion], types: [Int], from start: Int64, to end: Int64) {
    var mmsis: [UInt32] = []
    var interval: Int64 = 0
    for (motion, type) in zip(motions, types) {
      let reporting = usualReporting()
      interval = max(interval, reporting.interval)
      mmsis.append(add(motion, type: type, reporting: reporting))
    }
    state(mmsis, from: start, to: end, interval: interval)
  }

  private mutating func makePassing() {
    let meet = day + 10 * Self.hour + minutes(0...36 * 60)
    let course = bearing()
    let motions = [1.0, -1.0].map { way in
      let abeam = LocalPoint(metres: 50 * way, bearing: course + .pi / 2)
      let run = LocalPoint(metres: number(35_000...60_000) * way, bearing: course)
      let knots = number(9...13)
      let duration = SceneMotion.milliseconds(run.length, knots: knots)
      return SceneMotion(
        metric: metric, SceneLeg(start: meet - duration, end: meet + duration, from: abeam - run, to: abeam + run))
    }
    addTogether(motions, types: [70, 80], from: meet - Self.minute, to: meet + Self.minute)
  }

  private mutating func makeSamePlaceLater() {
    let first = meeting(minutes: 130...180)
    var second = first
    second.start = first.end + 3 * Self.hour
    let motions = [motion(of: 0, in: first), motion(of: 1, in: second)]
    addTogether(motions, types: [80, 80], from: first.start, to: second.end)
  }

  private mutating func makeTwoShortMeetings() {
    var first = meeting(minutes: 50...50)
    first.drift = number(0.1...0.3)
    var (apart, second) = (first, first)
    (apart.start, apart.duration, apart.distance) = (first.end + 40 * Self.minute, 100 * Self.minute, 8000)
    second.start = first.end + 180 * Self.minute
    let motions = [0, 1].map { ship in
      var motion = arrival(of: ship, in: first)
      motion.go(thenTo: apart.leg(of: ship))
      motion.go(thenTo: second.leg(of: ship))
      leave(&motion, towards: first.bearing(of: ship))
      return motion
    }
    addTogether(motions, types: [80, 82], from: first.start, to: second.end)
  }
}
