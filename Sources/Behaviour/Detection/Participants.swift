import Geography
import Tracks

/// Who took part in an event: what the tracks' vessels have said of themselves.
struct Participants: Sendable {
  private let tracks: TrackSet
  private let watchlist: Watchlist?

  init(_ tracks: TrackSet, watchlist: Watchlist?) {
    self.tracks = tracks
    self.watchlist = watchlist
  }

  /// The vessel of a track, with its draughts before and after a span of time in milliseconds since 1970.
  func vessel(_ track: Int, from start: Int64, to end: Int64) -> EventVessel {
    Participants.vessel(
      tracks.mmsi(ofVessel: track), tracks.identity(ofVessel: track), watchlist, from: start, to: end)
  }

  private static func vessel(
    _ mmsi: UInt32, _ identity: VesselIdentity?, _ watchlist: Watchlist?, from start: Int64, to end: Int64
  ) -> EventVessel {
    var vessel = EventVessel(mmsi: mmsi)
    if let identity {
      vessel.name = identity.name
      vessel.imo = identity.imo
      vessel.callSign = identity.callSign
      vessel.type = identity.typeText.isEmpty ? "" : identity.type.name
      vessel.lengthInMetres = identity.lengthInMetres
      vessel.beamInMetres = identity.widthInMetres
      vessel.lastReported = identity.lastReported
      vessel.draughtBefore = identity.draught(before: start)
      // What was said in the last instant of the event is not yet what came of it.
      vessel.draughtAfter = identity.draught(after: end + 1)
    }
    if let entry = watchlist?.entry(mmsi: mmsi, imo: vessel.imo) {
      vessel.isWatchlisted = true
      vessel.note = entry.note
      if vessel.name.isEmpty { vessel.name = entry.name }
    }
    return vessel
  }

  /// Why a vessel's trade explains an encounter: it tows, or it carries pilots; nil where it does not.
  func tradeThatExplains(_ track: Int) -> String? {
    guard let identity = tracks.identity(ofVessel: track) else { return nil }
    return identity.isTowing ? "towing vessel" : identity.isPilot ? "pilot vessel" : nil
  }

  /// How much oil the vessels' draughts speak of: the largest of the estimates of each that is a tanker or does not say.
  static func volume(_ vessels: [EventVessel]) -> VolumeEstimate? {
    vessels.compactMap { vessel -> VolumeEstimate? in
      guard ["", VesselType.tanker.name, VesselType.unknown.name].contains(vessel.type),
        let before = vessel.draughtBefore, let after = vessel.draughtAfter
      else { return nil }
      return VolumeEstimate(
        draughtChangeInMetres: abs(after - before), lengthInMetres: vessel.lengthInMetres,
        beamInMetres: vessel.beamInMetres)
    }.max { $0.best < $1.best }
  }

  /// Changes of name, call sign and IMO number under one MMSI, and one IMO number under several MMSI, each where the
  /// vessel then was. Reading tracks back from disk may fail.
  func identityChanges(_ tracks: TrackSet) throws(TracksError) -> [Event] {
    var firstTracks: [UInt32: Int] = [:]
    for track in (0..<tracks.vesselCount).reversed() { firstTracks[tracks.mmsi(ofVessel: track)] = track }
    var scratch: [Fix] = []
    var events: [Event] = []
    let identities = tracks.identities()
    for (mmsi, identity) in identities {
      guard let track = firstTracks[mmsi] else { continue }
      for swing in IdentitySwing.swings(identity.changes) {
        let place = try Participants.place(of: track, at: swing.first.at, tracks, &scratch)
        var event = Event(
          kind: .identityChange, id: "", start: swing.first.at, end: swing.lastAt, place: place,
          vessels: [Participants.vessel(mmsi, identity, watchlist, from: swing.first.at, to: swing.lastAt)])
        event.id = EventName.id(.identityChange, event.start, event.vessels, swing.fieldName)
        event.findings.changedField = swing.fieldName
        event.findings.before = swing.first.from
        event.findings.after = swing.first.to
        if swing.count > 1 { event.findings.reasons = ["changed \(swing.count) times between the two"] }
        events.append(event)
      }
    }
    let known = Dictionary(uniqueKeysWithValues: identities.map { ($0.mmsi, $0.identity) })
    for (imo, mmsis) in tracks.sharedIMOs() {
      let users = mmsis.compactMap { mmsi in known[mmsi].map { (mmsi: mmsi, identity: $0) } }
        .sorted { ($0.identity.lastReported, $0.mmsi) < ($1.identity.lastReported, $1.mmsi) }
      guard let first = users.first, let last = users.last, let track = firstTracks[last.mmsi] else { continue }
      let (start, end) = (first.identity.lastReported, last.identity.lastReported)
      var event = Event(
        kind: .identityChange, id: "", start: start, end: end,
        place: try Participants.place(of: track, at: end, tracks, &scratch),
        vessels: users.map { Participants.vessel($0.mmsi, $0.identity, watchlist, from: start, to: end) })
      event.id = EventName.id(.identityChange, start, event.vessels, "imo\(imo)")
      // Another flag is what a ship under sanctions would want of a new MMSI.
      event.findings.changedField = Set(event.vessels.map { $0.flag }).count > 1 ? "flag" : "mmsi"
      event.findings.before = Participants.user(first.mmsi)
      event.findings.after = users.dropFirst().map { Participants.user($0.mmsi) }.joined(separator: ", ")
      events.append(event)
    }
    return events
  }

  private static func user(_ mmsi: UInt32) -> String {
    "\(mmsi)" + (FlagState(mmsi: mmsi).map { " (\($0.alpha3))" } ?? "")
  }

  /// Where a track was last seen at or before an instant, or first of all.
  private static func place(
    of track: Int, at instant: Int64, _ tracks: TrackSet, _ scratch: inout [Fix]
  ) throws(TracksError) -> Coordinate {
    try tracks.withFixes(ofVessel: track, scratch: &scratch) { fixes in
      fixes.isEmpty
        ? Coordinate(latitude: 0, longitude: 0) : fixes[Approach.firstLeg(fixes, from: instant)].coordinate
    }
  }
}
