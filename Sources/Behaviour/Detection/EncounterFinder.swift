import Geography
import Synchronization
import Platform
import Tracks

/// Looks at each candidate pair exactly and measures its encounters.
struct EncounterFinder: Sendable {
  let rules: DetectionRules
  let surroundings: Surroundings
  let participants: Participants
  let threads: Int

  /// An encounter, and whose.
  struct Encounter: Sendable {
    let event: Event
    let tracks: (UInt32, UInt32)
  }

  /// How many encounters are left out, by their first reason.
  static func excluded(_ encounters: [Encounter]) -> [(reason: String, count: Int)] {
    var counts: [String: Int] = [:]
    for encounter in encounters {
      guard let reason = encounter.event.findings.exclusions.first else { continue }
      counts[reason.split(separator: ":").first.map(String.init) ?? reason, default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The encounters of all pairs, excluded ones among them, by start and id.
  func encounters(_ pairs: [CandidatePair], _ tracks: TrackSet) throws(TracksError) -> [Encounter] {
    let found = Mutex<[Encounter]>([])
    try concurrently(threads, claiming: pairs.count, stride: 8) { claim throws(TracksError) in
      var first = LoadedTrack()
      var second = LoadedTrack()
      var part: [Encounter] = []
      while let range = claim() {
        for pair in pairs[range] {
          try first.load(pair.first, of: tracks)
          try second.load(pair.second, of: tracks)
          first.withFixes { a in second.withFixes { b in part += encounters(pair, a, b) } }
        }
      }
      found.withLock { $0 += part }
    }
    // Neighbouring candidates of one pair may reach into one another and see the same encounter.
    var known: Set<String> = []
    return found.withLock { $0 }.sorted { ($0.event.start, $0.event.id) < ($1.event.start, $1.event.id) }
      .filter { known.insert($0.event.id).inserted }
  }

  private func encounters(
    _ pair: CandidatePair, _ a: UnsafeBufferPointer<Fix>, _ b: UnsafeBufferPointer<Fix>
  ) -> [Encounter] {
    let step = rules.stepMilliseconds
    // What a pause may last lies between the steps seen and the true ends.
    let margin = rules.mergeMilliseconds + rules.legs.gapAfterMilliseconds + step
    let approach = Approach(
      a, b, distanceInMetres: rules.encounterDistanceInMetres,
      sighted: Int64(pair.slots.lowerBound) * step...Int64(pair.slots.upperBound) * step, margin: margin,
      legs: rules.legs)
    return Meeting.meetings(approach, rules: rules).compactMap { meeting in
      let measures = MeetingMeasures(meeting, a, b, rules: rules)
      guard let speedA = measures.medianSpeeds.0, let speedB = measures.medianSpeeds.1,
        max(speedA, speedB) < rules.encounterSpeedInKnots
      else { return nil }
      return Encounter(event: event(pair, meeting, measures), tracks: (pair.first, pair.second))
    }
  }

  private func event(_ pair: CandidatePair, _ meeting: Meeting, _ measures: MeetingMeasures) -> Event {
    let (start, end) = (Int64(meeting.start.rounded()), Int64(meeting.end.rounded()))
    let vessels = [pair.first, pair.second].map { participants.vessel(Int($0), from: start, to: end) }
    let port = surroundings.nearestPort(measures.place)
    var findings = EventFindings()
    findings.medianDistanceInMetres = measures.medianDistance
    findings.minimumDistanceInMetres = meeting.nearest
    findings.medianSpeedInKnots = measures.medianSpeed
    findings.togetherInHours = meeting.together / 3_600_000
    findings.distanceToShoreInMetres = surroundings.metresToShore(measures.place)
    findings.distanceToPortInMetres = port?.metres
    findings.port = port?.name
    findings.volume = Participants.volume(vessels)
    if let port, port.metres < rules.portDistanceInMetres { findings.exclusions.append("in port: \(port.name)") }
    for track in [pair.first, pair.second] {
      if let trade = participants.tradeThatExplains(Int(track)), !findings.exclusions.contains(trade) {
        findings.exclusions.append(trade)
      }
    }
    (findings.confidence, findings.reasons) = EncounterConfidence.judge(meeting, measures, findings, rules)
    return Event(
      kind: .encounter, id: EventName.id(.encounter, start, vessels), start: start, end: end, place: measures.place,
      vessels: vessels, findings: findings)
  }
}
