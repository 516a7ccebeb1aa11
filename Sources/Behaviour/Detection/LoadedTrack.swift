import Tracks

/// One track's fixes, kept from pair to pair: neighbouring pairs share a track.
struct LoadedTrack {
  private var track: UInt32?
  private var fixes: [Fix] = []
  private var count = 0

  mutating func load(_ track: UInt32, of tracks: TrackSet) throws(TracksError) {
    if self.track == track { return }
    self.track = nil
    count = try tracks.withFixes(ofVessel: Int(track), scratch: &fixes) { $0.count }
    self.track = track
  }

  func withFixes(_ body: (UnsafeBufferPointer<Fix>) -> Void) {
    fixes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }
}
