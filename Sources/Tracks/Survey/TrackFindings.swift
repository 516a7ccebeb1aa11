import Platform
import Synchronization

/// What a first look at tracks finds: intervals, gaps, times, places, and what cannot be.
public struct TrackFindings: Sendable, Equatable {
  /// Between a track's successive positions.
  public private(set) var intervals = IntervalHistogram()
  /// Times for which vessels were not observed.
  public private(set) var gaps = GapFindings()
  /// When positions were sent.
  public private(set) var times: TimeCounts
  /// Where positions lie.
  public private(set) var places = PlaceFindings()
  /// The numbers whose positions no one ship can have sailed through, by rising MMSI.
  public private(set) var sharedNumbers: [SharedNumber] = []
  /// Positions that lie out of reach of every track of their MMSI.
  public private(set) var strays = 0

  private let rule: LegRule
  private let reach: Reach

  /// Looks at all tracks, which have positions in a span of time, on so many workers; the result does not depend on them.
  ///
  /// Holds one vessel's fixes for each worker. Reading them back from disk may fail.
  package static func of(
    _ tracks: TrackSet, during span: ClosedRange<Int64>, rule: LegRule, threads: Int
  ) throws(TracksError) -> TrackFindings {
    let empty = TrackFindings(span, rule: rule)
    let all = Mutex(empty)
    try concurrently(threads, claiming: tracks.vesselCount, stride: 16) { claim throws(TracksError) in
      var found = empty
      var scratch: [Fix] = []
      while let range = claim() {
        for vessel in range {
          let mmsi = tracks.mmsi(ofVessel: vessel)
          try tracks.withFixes(ofVessel: vessel, scratch: &scratch) { found.add($0, of: mmsi) }
        }
      }
      all.withLock { $0.add(found) }
    }
    var found = all.withLock { $0 }
    found.sharedNumbers.sort { $0.mmsi < $1.mmsi }
    return found
  }

  /// Findings of no tracks.
  private init(_ span: ClosedRange<Int64>, rule: LegRule) {
    times = TimeCounts(span)
    self.rule = rule
    reach = Reach(maximumSpeedInKnots: rule.maximumSpeedInKnots)
  }

  /// Whether both found the same, by whatever rule.
  public static func == (a: TrackFindings, b: TrackFindings) -> Bool {
    a.intervals == b.intervals && a.gaps == b.gaps && a.times == b.times && a.places == b.places
      && a.sharedNumbers == b.sharedNumbers && a.strays == b.strays
  }

  private mutating func add(_ fixes: UnsafeBufferPointer<Fix>, of mmsi: UInt32) {
    places.add(fixes)
    var hasGap = false
    var before: Fix?
    for fix in fixes {
      times.add(fix.milliseconds)
      if let last = before {
        intervals.add(fix.milliseconds &- last.milliseconds)
        if rule.isGap(last, fix) {
          gaps.add(last, fix, of: mmsi)
          hasGap = true
        }
      }
      before = fix
    }
    if hasGap { gaps.countVessel() }
    // Nearly all vessels are one ship whose every leg can be sailed.
    guard !reach.allowsEach(fixes) else { return }
    let outcome = VesselSeparation.separate(fixes, reach: reach)
    strays += outcome.strays.count
    let tracks = outcome.tracks.count { $0.count >= VesselSeparation.leastFixes }
    if tracks > 1 { sharedNumbers.append(SharedNumber(mmsi: mmsi, tracks: tracks, positions: fixes.count)) }
  }

  private mutating func add(_ other: TrackFindings) {
    intervals.add(other.intervals)
    gaps.add(other.gaps)
    times.add(other.times)
    places.add(other.places)
    sharedNumbers += other.sharedNumbers
    strays += other.strays
  }
}
