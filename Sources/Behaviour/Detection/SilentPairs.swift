import Platform
import Synchronization

/// Two silences in which the ships can have met.
struct SilentPair: Sendable {
  /// Places in the list of gaps.
  let first: Int
  let second: Int
  let meeting: SilentMeeting
  let looseness: Double
}

/// Finds the pairs of silences in which two ships can have met.
enum SilentPairs {
  /// The pairs, most tightly constrained first; gaps of one vessel make no pair.
  ///
  /// Gaps that are open, too long or too short for a meeting are passed over.
  static func pairs(_ gaps: [Gap], rules: DetectionRules, threads: Int) -> [SilentPair] {
    let needed = Double(rules.encounterMilliseconds)
    let entries: [(gap: Int, reach: SilenceReach)] = gaps.indices.compactMap { index in
      let gap = gaps[index]
      guard gap.duration >= rules.encounterMilliseconds, gap.duration <= rules.darkLongestGapMilliseconds,
        let reach = SilenceReach(gap, knots: rules.darkSpeedInKnots)
      else { return nil }
      return (index, reach)
    }.sorted { ($0.reach.start, $0.gap) < ($1.reach.start, $1.gap) }
    let found = Mutex<[SilentPair]>([])
    concurrently(threads, count: entries.count, stride: 64) { _, range in
      var pairs: [SilentPair] = []
      for index in range {
        let (gap, reach) = entries[index]
        var other = index + 1
        // Later ones begin later still, so none of them leaves time enough either.
        while other < entries.count, entries[other].reach.start + needed <= reach.end {
          let (otherGap, otherReach) = entries[other]
          other += 1
          guard gaps[otherGap].mmsi != gaps[gap].mmsi,
            let meeting = SilentMeeting(reach, otherReach, milliseconds: needed)
          else { continue }
          pairs.append(
            SilentPair(
              first: min(gap, otherGap), second: max(gap, otherGap), meeting: meeting, looseness: meeting.looseness))
        }
      }
      if !pairs.isEmpty { found.withLock { $0 += pairs } }
    }
    return found.withLock { $0 }.sorted { ($0.looseness, $0.first, $0.second) < ($1.looseness, $1.first, $1.second) }
  }
}
