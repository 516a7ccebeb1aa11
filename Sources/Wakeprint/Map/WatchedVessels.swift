import Behaviour
import Tracks

/// The vessels of a set of tracks that are on a watchlist.
struct WatchedVessels: Sendable {
  /// By number in the set.
  let numbers: Set<Int>
  /// Their identities.
  let mmsi: Set<UInt32>

  /// None.
  init() { (numbers, mmsi) = ([], []) }

  /// Those on a list, by MMSI or by the IMO number that they said.
  init(_ list: Watchlist, in tracks: TrackSet) {
    let imo = Dictionary(
      tracks.identities().compactMap { vessel in vessel.identity.imo.map { (vessel.mmsi, $0) } },
      uniquingKeysWith: { first, _ in first })
    let found = (0..<tracks.vesselCount).filter { vessel in
      let mmsi = tracks.mmsi(ofVessel: vessel)
      return list.entry(mmsi: mmsi, imo: imo[mmsi]) != nil
    }
    numbers = Set(found)
    mmsi = Set(found.map { tracks.mmsi(ofVessel: $0) })
  }
}

extension Watchlist {
  /// Events with those vessels marked that are on the list.
  func marking(_ events: [Event]) -> [Event] {
    events.map { event in
      var event = event
      for index in event.vessels.indices {
        guard let entry = entry(mmsi: event.vessels[index].mmsi, imo: event.vessels[index].imo) else { continue }
        event.vessels[index].isWatchlisted = true
        event.vessels[index].note = entry.note
      }
      return event
    }
  }
}
