/// How sure it is that two vessels lay together: a product of what was seen, how near, how slow and how long.
enum EncounterConfidence {
  /// A number in 0...1 and what it rests on, in words. The weights are our own: each factor is 1 where nothing speaks
  /// against the finding.
  static func judge(
    _ meeting: Meeting, _ measures: MeetingMeasures, _ findings: EventFindings, _ rules: DetectionRules
  ) -> (Double, [String]) {
    let hours = (meeting.end - meeting.start) / 3_600_000
    let seen = min(1, meeting.together / (meeting.end - meeting.start))
    let near = 1 - 0.3 * min(1, measures.medianDistance / rules.encounterDistanceInMetres)
    let slow = 1 - 0.3 * min(1, (measures.medianSpeed ?? 0) / rules.encounterSpeedInKnots)
    let least = Double(rules.encounterMilliseconds) / 3_600_000
    let long = least > 0 ? 0.8 + 0.2 * min(1, hours / least - 1) : 1
    let reports = Double(min(measures.fixCounts.0, measures.fixCounts.1)) / max(hours, 1e-9)
    let often = 0.6 + 0.4 * min(1, reports / 4)
    var reasons = [
      "seen together for \(percent(seen)) of \(hoursText(hours))",
      "half of the time within \(Int(measures.medianDistance.rounded())) m (limit "
        + "\(Int(rules.encounterDistanceInMetres.rounded())) m)",
      "\(measures.fixCounts.0) and \(measures.fixCounts.1) positions received",
    ]
    if let speed = measures.medianSpeed {
      reasons.insert("drifting at \(tenths(speed)) kn (limit \(tenths(rules.encounterSpeedInKnots)) kn)", at: 2)
    }
    return (hundredths(seen * near * slow * long * often), reasons)
  }

  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
  static func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
  static func hoursText(_ hours: Double) -> String { "\(tenths(hours)) h" }
  static func hundredths(_ value: Double) -> Double { (min(1, max(0, value)) * 100).rounded() / 100 }
}
