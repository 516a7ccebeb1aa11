import Geography
import Platform
import Tracks

/// Reports silences, and the meetings that pairs of them may hide.
struct SilenceFinder: Sendable {
  let rules: DetectionRules
  let surroundings: Surroundings
  let participants: Participants
  let heard: HeardNearby
  let threads: Int

  /// Every gap as an event.
  func gaps(_ gaps: [Gap]) -> [Event] {
    concurrently(threads, mapping: gaps.count) { event(gaps[$0]) }
  }

  private func event(_ gap: Gap) -> Event {
    let vessels = [participants.vessel(Int(gap.track), from: gap.start, to: gap.end)]
    let place = gap.from.coordinate
    let port = surroundings.nearestPort(place)
    let heard = heard.count(gap, within: rules.heardDistanceInMetres)
    var findings = EventFindings()
    findings.isOpen = gap.to == nil
    findings.distanceInMetres = gap.distanceInMetres
    findings.impliedSpeedInKnots = gap.distanceInMetres.map { knots($0, Double(gap.duration)) }
    findings.heardNearby = [heard]
    findings.distanceToShoreInMetres = surroundings.metresToShore(place)
    findings.distanceToPortInMetres = port?.metres
    findings.port = port?.name
    // A coverage hole is not a dark ship: what others were heard decides.
    findings.confidence = EncounterConfidence.hundredths(0.1 + 0.8 * Double(heard) / (Double(heard) + 3))
    findings.reasons = [
      "no position received for \(EncounterConfidence.hoursText(Double(gap.duration) / 3_600_000))"
        + (gap.to == nil ? ", up to the end of the data" : ""),
      SilenceFinder.words(heard, rules),
    ]
    return Event(
      kind: .gap, id: EventName.id(.gap, gap.start, vessels), start: gap.start, end: gap.end, place: place,
      reappearance: gap.to?.coordinate, vessels: vessels, findings: findings)
  }

  private static func words(_ heard: Int, _ rules: DetectionRules) -> String {
    let distance = "\(Int((rules.heardDistanceInMetres / 1852).rounded())) nm"
    return heard == 0
      ? "no other vessel was received within \(distance): perhaps there was no reception"
      : "\(heard) other \(heard == 1 ? "vessel was" : "vessels were") received within \(distance) in the meantime"
  }

  /// A pair of silences with the likeliest place of a meeting.
  private struct Placed: Sendable {
    let pair: SilentPair
    let place: UnitVector
    /// Whether that is at sea, away from ports.
    let isAtSea: Bool
  }

  /// The possible dark rendezvous, most tightly constrained first, and how many pairs were left unexamined behind them.
  ///
  /// Silences that begin and end in port say nothing of the sea; and a meeting that can have been nowhere at sea, away
  /// from ports, is none.
  func rendezvous(_ gaps: [Gap]) -> (events: [Event], leftOut: Int) {
    let atSea = gaps.filter { !isInPort($0) }
    let pairs = SilentPairs.pairs(atSea, rules: rules, threads: threads)
    let limit = max(0, rules.darkLimit)
    var placed: [Placed] = []
    var examined = 0
    while examined < pairs.count, placed.count < limit {
      let batch = pairs[examined..<min(pairs.count, examined + 256)]
      examined += batch.count
      placed += concurrently(threads, mapping: batch.count, stride: 4) { number -> Placed? in
        place(batch[batch.startIndex + number])
      }.compactMap { $0 }
    }
    let surplus = max(0, placed.count - limit)
    placed.removeLast(surplus)
    let events = concurrently(threads, mapping: placed.count, stride: 4) { event(placed[$0], atSea, rank: $0 + 1) }
    return (events, pairs.count - examined + surplus)
  }

  private func place(_ pair: SilentPair) -> Placed? {
    let place = pair.meeting.place { place in
      !isNearPort(place) && surroundings.metresToShore(place) != 0
    }
    if let place { return Placed(pair: pair, place: place, isAtSea: true) }
    return rules.reportsExcluded ? Placed(pair: pair, place: pair.meeting.place, isAtSea: false) : nil
  }

  private func isNearPort(_ place: Coordinate) -> Bool {
    surroundings.nearestPort(place).map { $0.metres < rules.portDistanceInMetres } ?? false
  }

  private func isInPort(_ gap: Gap) -> Bool {
    guard !rules.reportsExcluded, let to = gap.to else { return false }
    return isNearPort(gap.from.coordinate) && isNearPort(to.coordinate)
  }

  private func event(_ placed: Placed, _ gaps: [Gap], rank: Int) -> Event {
    let pair = placed.pair
    let both = [gaps[pair.first], gaps[pair.second]].sorted { ($0.mmsi, $0.start) < ($1.mmsi, $1.start) }
    let ring = pair.meeting.area()
    let window = pair.meeting.window(ring)
    let (start, end) = (Int64(window.earliest.rounded(.down)), Int64(window.latest.rounded(.up)))
    let vessels = both.map { participants.vessel(Int($0.track), from: $0.start, to: $0.end) }
    let place = placed.place.coordinate
    let port = surroundings.nearestPort(place)
    let stay = pair.meeting.longestStay / 3_600_000
    let area = pair.meeting.squareKilometres(ring)
    var findings = EventFindings()
    findings.heardNearby = both.map { heard.count($0, within: rules.heardDistanceInMetres) }
    findings.longestStayInHours = stay
    findings.area = ring.map(\.coordinate)
    findings.areaInSquareKilometres = area
    findings.rank = rank
    findings.distanceToShoreInMetres = surroundings.metresToShore(place)
    findings.distanceToPortInMetres = port?.metres
    findings.port = port?.name
    if !placed.isAtSea { findings.exclusions = ["nowhere at sea"] }
    let common = Double(min(both[0].end, both[1].end) - max(both[0].start, both[1].start)) / 3_600_000
    // Nobody saw them meet: never more than one half.
    let received = Double(findings.heardNearby.min() ?? 0)
    findings.confidence = EncounterConfidence.hundredths(
      0.5 * (0.3 + 0.7 * received / (received + 3)) * min(1, stay / common) / (1 + area / 50_000))
    findings.reasons = [
      both.map { EncounterConfidence.hoursText(Double($0.duration) / 3_600_000) }.joined(separator: " and ")
        + " not observed, \(EncounterConfidence.hoursText(common)) of them at once",
      "at \(EncounterConfidence.tenths(rules.darkSpeedInKnots)) kn they can have been together for up to "
        + EncounterConfidence.hoursText(stay),
      "the meeting can have been anywhere in \(Int(area.rounded())) km2",
    ]
    findings.reasons += zip(both, findings.heardNearby).map { gap, heard in
      "\(gap.mmsi): \(SilenceFinder.words(heard, rules))"
    }
    return Event(
      kind: .darkRendezvous, id: EventName.id(.darkRendezvous, max(both[0].start, both[1].start), vessels),
      start: start, end: end, place: place, vessels: vessels, findings: findings)
  }
}
