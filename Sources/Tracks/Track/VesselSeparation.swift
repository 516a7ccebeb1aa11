/// Tells apart the ships that send under one MMSI.
///
/// A fix goes to the track that can have reached it, after whatever silence, and of several to the one it misses least:
/// by its distance from the dead-reckoned place and the drift of the silence. Where a track's last fix cannot have
/// reached it, it may take the place of the last few, if it follows the fix before them better than they do; a fix
/// without a place begins a track. Where an MMSI has tracks of four fixes or more, fixes of shorter ones that fit into
/// none of these are strays.
struct VesselSeparation {
  /// A track of fewer fixes is no ship where there are others.
  static let leastFixes = 4
  /// How many of a track's last fixes another may take the place of.
  private static let mostTakenBack = 4
  /// How many tracks are open at a time; past it the shortest is closed, and of several the longest silent.
  private static let mostOpen = 512
  /// The fixes of each track, and those of none, as places in the fixes given.
  struct Outcome: Equatable {
    /// The tracks by their first fix, each in the order of time; never empty.
    var tracks: [[Int]] = []
    /// The stray positions in the order of time.
    var strays: [Int] = []
  }

  /// A track so far.
  private struct Open {
    var last: Int
    var count: Int
  }

  /// Where a fix goes: behind a fix of a track, in the place of those that now follow it.
  private struct Place {
    let track: Int
    let anchor: Int
    /// The first of the fixes that it takes the place of, of which there are `depth`.
    let replaced: Int
    let depth: Int
    let miss: Double
  }

  private let fixes: UnsafeBufferPointer<Fix>
  private let reach: Reach
  /// By fix, the one before it in its track; -1 for the first.
  private var before: [Int]
  private var open: [Open] = []
  private var closed: [Open] = []

  /// Separates sorted fixes, no two of them at one instant and place.
  static func separate(_ fixes: UnsafeBufferPointer<Fix>, reach: Reach) -> Outcome {
    var separation = VesselSeparation(fixes, reach: reach)
    var index = 0
    while index < fixes.count {
      var end = index + 1
      while end < fixes.count, fixes[end].milliseconds == fixes[index].milliseconds { end += 1 }
      separation.take(index..<end)
      index = end
    }
    return separation.outcome()
  }

  private init(_ fixes: UnsafeBufferPointer<Fix>, reach: Reach) {
    self.fixes = fixes
    self.reach = reach
    before = Array(repeating: -1, count: fixes.count)
  }

  /// Takes the fixes of one instant, the one that fits best first, so that each of two ships gets its own.
  private mutating func take(_ instant: Range<Int>) {
    guard instant.count > 1 else { return take(instant.lowerBound) }
    let misses = instant.map { (fix: $0, miss: bestPlace(for: $0)?.miss ?? .infinity) }
    for (fix, _) in misses.sorted(by: { ($0.miss, $0.fix) < ($1.miss, $1.fix) }) { take(fix) }
  }

  private mutating func take(_ fix: Int) {
    guard let place = bestPlace(for: fix) else { return begin(Open(last: fix, count: 1)) }
    let track = open[place.track]
    before[fix] = place.anchor
    open[place.track] = Open(last: fix, count: track.count - place.depth + 1)
    if place.depth > 0 {
      before[place.replaced] = -1
      begin(Open(last: track.last, count: place.depth))
    }
  }

  private mutating func begin(_ track: Open) {
    if open.count == VesselSeparation.mostOpen,
      let least = open.indices.min(by: { (open[$0].count, open[$0].last) < (open[$1].count, open[$1].last) })
    {
      closed.append(open.remove(at: least))
    }
    open.append(track)
  }

  private func bestPlace(for fix: Int) -> Place? {
    var best: Place?
    var least = Double.infinity
    for (track, state) in open.enumerated() {
      if reach.allows(fixes[state.last], fixes[fix]) {
        let miss = miss(from: state.last, to: fix)
        if miss < least {
          best = Place(track: track, anchor: state.last, replaced: state.last, depth: 0, miss: miss)
          least = miss
        }
        continue
      }
      // The track's last fixes may be the strays, and this one may be its ship's.
      var replaced = state.last
      for depth in 1...VesselSeparation.mostTakenBack {
        let anchor = before[replaced]
        guard anchor >= 0 else { break }
        if reach.allows(fixes[anchor], fixes[fix]) {
          let miss = miss(from: anchor, to: fix)
          if miss < least, share(from: anchor, to: fix) < share(from: anchor, to: replaced) {
            best = Place(track: track, anchor: anchor, replaced: replaced, depth: depth, miss: miss)
            least = miss
          }
        }
        replaced = anchor
      }
    }
    return best
  }

  /// By how many metres a track misses a fix: the discrepancy, and the drift of the silence.
  private func miss(from last: Int, to fix: Int) -> Double {
    DeadReckoning.discrepancyInMetres(from: fixes[last], to: fixes[fix])
      + DeadReckoning.driftInMetres(from: fixes[last], to: fixes[fix])
  }

  /// The discrepancy as a share of the reach.
  private func share(from last: Int, to fix: Int) -> Double {
    DeadReckoning.discrepancyInMetres(from: fixes[last], to: fixes[fix])
      / reach.metres(in: fixes[fix].milliseconds &- fixes[last].milliseconds)
  }

  /// The tracks there are in the end.
  private func outcome() -> Outcome {
    var tracks = (closed + open).map { track in
      var places: [Int] = []
      places.reserveCapacity(track.count)
      var fix = track.last
      while fix >= 0 {
        places.append(fix)
        fix = before[fix]
      }
      // The fixes of one instant were taken in the order they fit.
      return places.sorted()
    }
    tracks.sort { $0[0] < $1[0] }
    let long = tracks.filter { $0.count >= VesselSeparation.leastFixes }
    if long.isEmpty { return Outcome(tracks: tracks) }
    var outcome = Outcome(tracks: long)
    for fix in tracks.filter({ $0.count < VesselSeparation.leastFixes }).joined().sorted() {
      if !outcome.insert(fix, canFollow: { reach.allows(fixes[$0], fixes[$1]) }) { outcome.strays.append(fix) }
    }
    outcome.tracks.sort { $0[0] < $1[0] }
    return outcome
  }
}

extension VesselSeparation.Outcome {
  /// Puts a fix into the first track where it can follow the fix before it and be followed by the next; false where
  /// there is none.
  fileprivate mutating func insert(_ fix: Int, canFollow: (Int, Int) -> Bool) -> Bool {
    for track in tracks.indices {
      var (low, high) = (0, tracks[track].count)
      while low < high {
        let middle = (low + high) / 2
        if tracks[track][middle] < fix { low = middle + 1 } else { high = middle }
      }
      if low > 0, !canFollow(tracks[track][low - 1], fix) { continue }
      if low < tracks[track].count, !canFollow(fix, tracks[track][low]) { continue }
      tracks[track].insert(fix, at: low)
      return true
    }
    return false
  }
}
