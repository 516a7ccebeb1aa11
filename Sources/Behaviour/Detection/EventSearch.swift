import Geography
import Platform
import Synchronization
import Tracks

/// Finds what vessels did: encounters, loitering, gaps, possible dark rendezvous, changes of identity.
///
/// Three passes: every track alone (places at whole steps, silences, slow stretches); all tracks at each step (which
/// pairs were near and slow); each such pair exactly. The result does not depend on threads.
package struct EventSearch: Sendable {
  let rules: DetectionRules
  let surroundings: Surroundings
  let watchlist: Watchlist?
  let kinds: Set<EventKind>
  let threads: Int

  /// A search by rules for events of some kinds.
  package init(
    rules: DetectionRules, surroundings: Surroundings, watchlist: Watchlist? = nil,
    kinds: Set<EventKind> = Set(EventKind.allCases), threads: Int = 1
  ) {
    self.rules = rules
    self.kinds = kinds
    self.surroundings = surroundings
    self.watchlist = watchlist
    self.threads = max(1, threads)
  }

  /// What one worker has found in the tracks that it has scanned.
  private struct Scanned: Sendable {
    var samples: [SearchSample] = []
    var gaps: [Gap] = []
    var presences: [Presence] = []
    var slow: [LoiteringStretch] = []
  }

  /// Searches tracks whose data end at an instant, in milliseconds since 1970.
  ///
  /// Reading tracks back from disk may fail.
  package func events(in tracks: TrackSet, end: Int64) throws(TracksError) -> Detection {
    var scanned = try scan(tracks, end: end)
    let participants = Participants(tracks, watchlist: watchlist)
    var detection = Detection()
    scanned.gaps.sort { ($0.start, $0.track) < ($1.start, $1.track) }

    // Who was in company does not loiter, so that loitering needs the encounters too.
    var encounters: [EncounterFinder.Encounter] = []
    if kinds.contains(.encounter) || kinds.contains(.loitering) {
      let pairs = candidates(&scanned.samples)
      scanned.samples = []
      encounters = try EncounterFinder(
        rules: rules, surroundings: surroundings, participants: participants, threads: threads
      ).encounters(pairs, tracks)
    }
    if kinds.contains(.encounter) {
      detection.excluded = rules.reportsExcluded ? [] : EncounterFinder.excluded(encounters)
      detection.events = encounters.map(\.event).filter { rules.reportsExcluded || $0.findings.exclusions.isEmpty }
    }
    if kinds.contains(.loitering) {
      detection.events += LoiteringFinder(
        rules: rules, surroundings: surroundings, participants: participants, threads: threads
      ).events(scanned.slow, encounters: encounters)
    }
    if kinds.contains(.gap) || kinds.contains(.darkRendezvous) {
      let heard = HeardNearby(scanned.presences, threads: threads)
      scanned.presences = []
      let silences = SilenceFinder(
        rules: rules, surroundings: surroundings, participants: participants, heard: heard, threads: threads)
      if kinds.contains(.gap) { detection.events += silences.gaps(scanned.gaps) }
      if kinds.contains(.darkRendezvous) {
        let (rendezvous, leftOut) = silences.rendezvous(scanned.gaps)
        detection.events += rendezvous
        detection.darkLeftOut = leftOut
      }
    }
    if kinds.contains(.identityChange) { detection.events += try participants.identityChanges(tracks) }
    detection.events.sort(by: EventSearch.precedes)
    return detection
  }

  /// By kind, then by rank, start and id.
  static func precedes(_ a: Event, _ b: Event) -> Bool {
    if a.kind != b.kind { return a.kind.index < b.kind.index }
    if a.findings.rank != b.findings.rank { return (a.findings.rank ?? 0) < (b.findings.rank ?? 0) }
    return (a.start, a.id) < (b.start, b.id)
  }

  private func scan(_ tracks: TrackSet, end: Int64) throws(TracksError) -> Scanned {
    let found = Mutex<[Scanned]>([])
    try concurrently(threads, claiming: tracks.vesselCount, stride: 16) { claim throws(TracksError) in
      var part = Scanned()
      var scratch: [Fix] = []
      while let range = claim() {
        for track in range { try scan(track, of: tracks, end: end, scratch: &scratch, into: &part) }
      }
      found.withLock { $0.append(part) }
    }
    var all = Scanned()
    for part in found.withLock({ $0 }) {
      all.samples += part.samples
      all.gaps += part.gaps
      all.presences += part.presences
      all.slow += part.slow
    }
    return all
  }

  private func scan(
    _ track: Int, of tracks: TrackSet, end: Int64, scratch: inout [Fix], into part: inout Scanned
  ) throws(TracksError) {
    let mmsi = tracks.mmsi(ofVessel: track)
    let number = UInt32(track)
    let scan = try tracks.withFixes(ofVessel: track, scratch: &scratch) { fixes in
      TrackScan(track: number, mmsi: mmsi, fixes: fixes, rules: rules, end: end)
    }
    part.gaps += scan.gaps
    if kinds.contains(.gap) || kinds.contains(.darkRendezvous) { part.presences += scan.presences }
    var slow = SlowSamples(rules, surroundings)
    slow.forEach(scan.samples) { sample in
      part.samples.append(
        SearchSample(
          slot: sample.slot, latitudeE7: sample.latitudeE7, longitudeE7: sample.longitudeE7, track: number, mmsi: mmsi))
    }
    guard kinds.contains(.loitering) else { return }
    let step = rules.stepMilliseconds
    for stretch in SlowStretch.stretches(scan.samples, rules: rules) {
      part.slow.append(
        LoiteringStretch(
          track: number, mmsi: mmsi, start: Int64(scan.samples[stretch.first].slot) * step,
          end: Int64(scan.samples[stretch.last].slot) * step, meanSpeed: stretch.meanSpeed, place: stretch.place))
    }
  }

  private func candidates(_ samples: inout [SearchSample]) -> [CandidatePair] {
    CandidatePairs(
      radiusInMetres: 2 * rules.encounterDistanceInMetres,
      mergeSlots: Int32(rules.mergeMilliseconds / rules.stepMilliseconds) + 1
    ).pairs(&samples, threads: threads)
  }
}
