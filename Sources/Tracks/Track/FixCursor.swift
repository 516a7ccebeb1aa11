/// Goes through a vessel's fixes in the order of time, a few of them in memory.
package struct FixCursor: Sendable {
  /// The vessel's number in its set of tracks.
  package let vessel: Int
  /// The number of the next fix in the order of time; how many there are at the end.
  package private(set) var index = 0
  /// The next fix; nil behind the last.
  package private(set) var next: Fix?

  private let count: Int
  private var ahead: [Fix] = []
  private var place = 0

  private static let most = 32

  /// A cursor before a vessel's first fix, or before the `lead` last of those earlier than `time`, in milliseconds since
  /// 1970. Reading fixes back from disk may fail.
  package init(
    vessel: Int, of tracks: TrackSet, from time: Int64 = .min, lead: Int = 0
  ) throws(TracksError) {
    self.vessel = vessel
    count = tracks.fixCount(ofVessel: vessel)
    if time > .min { index = max(try tracks.fixes(ofVessel: vessel, before: time, scratch: &ahead) - lead, 0) }
    try load(from: tracks)
  }

  /// Goes behind the next fix. Reading the one after it back from disk may fail.
  package mutating func advance(in tracks: TrackSet) throws(TracksError) {
    guard next != nil else { return }
    index += 1
    place += 1
    if place < ahead.count { next = ahead[place] } else { try load(from: tracks) }
  }

  private mutating func load(from tracks: TrackSet) throws(TracksError) {
    place = 0
    guard index < count else {
      ahead = []
      next = nil
      return
    }
    // The fixes are copied out by the call itself, into this very buffer.
    next = try tracks.withFixes(ofVessel: vessel, in: index..<min(index + Self.most, count), scratch: &ahead) {
      $0.first
    }
  }
}
