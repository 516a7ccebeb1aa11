import Platform

extension SceneMaker {
  /// Makes the transfer at work.
  mutating func makeTransfer() {
    switch situation {
    case .acrossMidnight:
      var meeting = meeting(minutes: 200...400)
      meeting.start = day + 24 * Self.hour - minutes(60...130)
      add(meeting)
    case .acrossAntimeridian:
      var meeting = meeting(minutes: 180...480)
      meeting.axis = Bool.random(using: &random) ? .pi / 2 : 1.5 * .pi
      meeting.distance = number(150...300)
      meeting.drift = number(0.3...1)
      meeting.driftBearing = bearing(near: meeting.axis)
      add(meeting)
    case .silenceInTheMiddle: makeTransferWithSilence()
    case .missedReport, .slowReporting:
      let meeting = meeting(minutes: 240...480)
      var slow = SceneReporting(seconds: 19 * 60...21 * 60)
      let other = slow
      if situation == .missedReport { slow.missedFrom = meeting.start + meeting.duration / 2 }
      add(meeting, reporting: [slow, other])
    case .sparseReporting:
      let sparse = SceneReporting(seconds: 40 * 60...55 * 60)
      add(meeting(minutes: 330...540), reporting: [sparse, sparse])
    case .swinging:
      var meeting = meeting(minutes: 240...480)
      (meeting.distance, meeting.swing) = (250, 150)
      meeting.turnRate = number(-2.5e-4...2.5e-4)
      meeting.drift = number(0.1...0.6)
      add(meeting)
    case .raft:
      var meeting = meeting(minutes: 200...480)
      (meeting.ships, meeting.distance) = (3, number(100...300))
      add(meeting)
    case .twice: makeTwice()
    default: makeTransferNearThreshold()
    }
  }

  private mutating func makeTransferNearThreshold() {
    var meeting = meeting(minutes: 180...480)
    var reporting: [SceneReporting] = []
    switch situation {
    case .drifting: meeting.drift = 1.5
    case .justNearEnough:
      meeting.distance = 490
      (meeting.drift, meeting.driftBearing) = (0.3, meeting.axis + .pi / 2)
    case .justLongEnough:
      reporting = [SceneReporting(seconds: 60...120), SceneReporting(seconds: 60...120)]
      meeting.duration = (130 + 2 * 2) * Self.minute
    case .justSlowEnough: meeting.drift = 1.85
    case .justOutsidePort:
      meeting.drift = 0.02
      addPort(metres: 10_300...10_300, from: meeting)
    default:
      meeting.start = day + 4 * Self.hour + minutes(0...8 * 60)
    }
    add(meeting, reporting: reporting)
  }

  private mutating func makeTransferWithSilence() {
    let meeting = meeting(minutes: 340...480)
    var silent = usualReporting()
    let start = meeting.start + minutes(90...100)
    silent.silences = [start..<start + minutes(70...140)]
    add(meeting, reporting: [silent])
  }

  private mutating func makeTwice() {
    let first = meeting(minutes: 180...360)
    var second = first
    second.start = first.start + 24 * Self.hour
    second.duration = minutes(180...360)
    second.place = LocalPoint(metres: number(0...8_000), bearing: bearing())
    var mmsis: [UInt32] = []
    var interval: Int64 = 0
    for ship in 0..<2 {
      let side = first.bearing(of: ship)
      var motion = arrival(of: ship, in: first)
      leave(&motion, towards: side)
      // Comes back at about 8 kn, just in time.
      let goal = second.leg(of: ship).point(atMilliseconds: second.start)
      let metres = (goal - motion.point(atMilliseconds: motion.end)).length
      motion.go(
        to: motion.point(atMilliseconds: motion.end), by: second.start - SceneMotion.milliseconds(metres, knots: 8))
      motion.go(thenTo: second.leg(of: ship))
      leave(&motion, towards: side)
      let reporting = usualReporting()
      interval = max(interval, reporting.interval)
      mmsis.append(add(motion, type: 80, reporting: reporting))
    }
    for meeting in [first, second] { state(mmsis, from: meeting.start, to: meeting.end, interval: interval) }
  }
}
