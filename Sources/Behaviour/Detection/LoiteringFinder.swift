import Geography
import Platform
import Tracks

/// Tells which slow stretches are a vessel loitering alone at sea.
struct LoiteringFinder {
  let rules: DetectionRules
  let surroundings: Surroundings
  let participants: Participants
  let threads: Int

  /// Loitering far enough from port and shore, and not in the company that an encounter already reports.
  func events(_ stretches: [LoiteringStretch], encounters: [EncounterFinder.Encounter]) -> [Event] {
    var company: [UInt32: [(start: Int64, end: Int64)]] = [:]
    for encounter in encounters {
      for track in [encounter.tracks.0, encounter.tracks.1] {
        company[track, default: []].append((encounter.event.start, encounter.event.end))
      }
    }
    return concurrently(threads, mapping: stretches.count) { number -> Event? in
      let stretch = stretches[number]
      // What costs least is asked first.
      let shared = LoiteringFinder.sharedTime(stretch, company[stretch.track] ?? [])
      if shared * 2 > stretch.end - stretch.start { return nil }
      let port = surroundings.nearestPort(stretch.place)
      if let port, port.metres < rules.portDistanceInMetres { return nil }
      let shore = surroundings.metresToShore(stretch.place)
      if let shore, shore < rules.loiterShoreDistanceInMetres { return nil }
      return event(stretch, port: port, shore: shore)
    }.compactMap { $0 }
  }

  private static func sharedTime(_ stretch: LoiteringStretch, _ spans: [(start: Int64, end: Int64)]) -> Int64 {
    var shared: Int64 = 0
    var covered = stretch.start
    for span in spans.sorted(by: { $0.start < $1.start }) {
      let (start, end) = (max(span.start, covered), min(span.end, stretch.end))
      if start < end {
        shared += end - start
        covered = end
      }
    }
    return shared
  }

  private func event(_ stretch: LoiteringStretch, port: Surroundings.NearPort?, shore: Double?) -> Event {
    let vessels = [participants.vessel(Int(stretch.track), from: stretch.start, to: stretch.end)]
    let hours = Double(stretch.end - stretch.start) / 3_600_000
    var findings = EventFindings()
    findings.medianSpeedInKnots = stretch.meanSpeed
    findings.distanceToShoreInMetres = shore
    findings.distanceToPortInMetres = port?.metres
    findings.port = port?.name
    findings.confidence = EncounterConfidence.hundredths(
      (1 - 0.4 * stretch.meanSpeed / rules.loiterSpeedInKnots)
        * (0.8 + 0.2 * min(1, hours / (Double(rules.loiterMilliseconds) / 3_600_000) - 1)))
    findings.reasons = [
      "\(EncounterConfidence.tenths(stretch.meanSpeed)) kn in the mean over \(EncounterConfidence.hoursText(hours)) "
        + "(limit \(EncounterConfidence.tenths(rules.loiterSpeedInKnots)) kn)"
    ]
    if let shore { findings.reasons.append("\(Int((shore / 1000).rounded())) km from the shore") }
    return Event(
      kind: .loitering, id: EventName.id(.loitering, stretch.start, vessels), start: stretch.start, end: stretch.end,
      place: stretch.place, vessels: vessels, findings: findings)
  }
}
