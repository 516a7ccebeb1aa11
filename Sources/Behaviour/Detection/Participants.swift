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

  /// The vessel of a track, with its draughts before and after a span of time.
  func vessel(_ track: Int, from start: Int64, to end: Int64) -> EventVessel {
    EventVessel(mmsi: tracks.mmsi(ofVessel: track))
  }

  /// Why a vessel's trade explains an encounter: it tows, or it carries pilots.
  func tradeThatExplains(_ track: Int) -> String? { nil }

  /// Changes of identity, each where the vessel then was.
  func identityChanges(_ tracks: TrackSet) throws(TracksError) -> [Event] { [] }
}

package struct Watchlist: Sendable {
  package static func read(_ bytes: [UInt8], path: String) throws(BehaviourError) -> Watchlist { Watchlist() }
}
