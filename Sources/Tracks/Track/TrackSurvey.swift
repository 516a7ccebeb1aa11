import Geography

/// What there is in a set of tracks, counted once over all vessels.
public struct TrackSurvey: Sendable {
  /// Vessels with at least one fix, by MMSI.
  public private(set) var vessels = 0
  /// Tracks; more than vessels where ships that share an MMSI were separated.
  public private(set) var tracks = 0
  /// Vessels, by MMSI, that were separated into several tracks.
  public private(set) var separatedVessels = 0
  /// Voyages: runs of observed legs, one after the other and as long as may be, of which gaps and jumps are the ends.
  public private(set) var voyages = 0
  /// Fixes.
  public private(set) var fixes = 0
  /// Observed legs.
  public private(set) var segments = 0
  /// Silences longer than the rule allows.
  public private(set) var gaps = 0
  /// Legs faster than the rule allows.
  public private(set) var jumps = 0
  /// Milliseconds of all observed legs.
  public private(set) var observedMilliseconds: Int64 = 0
  /// First and last instant in milliseconds since 1970; nil without a fix.
  public private(set) var time: ClosedRange<Int64>?
  private var everywhere = Extent()
  private var observed = Extent()

  /// A survey of no tracks.
  public init() {}

  /// A survey of no tracks about places and a time that something else is known of.
  package init(places: [Coordinate], time: ClosedRange<Int64>?) {
    self.time = time
    for place in places {
      everywhere.add(
        Fix(
          milliseconds: 0, latitudeE7: Int32((place.latitude * 1e7).rounded()),
          longitudeE7: Int32((place.longitude * 1e7).rounded())))
    }
  }

  /// The box around all fixes.
  public var boundingBox: BoundingBox? { everywhere.boundingBox }

  /// The box around the ends of observed legs, so that one stray position does not make the frame; all fixes where no
  /// leg was observed.
  public var observedBoundingBox: BoundingBox? { observed.boundingBox ?? everywhere.boundingBox }

  /// Takes in the fixes of one track, which is the part of its vessel numbered so from 0.
  mutating func add(_ fixes: UnsafeBufferPointer<Fix>, part: Int = 0, rule: LegRule) {
    guard let first = fixes.first, let last = fixes.last else { return }
    tracks += 1
    if part == 0 { vessels += 1 }
    if part == 1 { separatedVessels += 1 }
    var isUnderWay = false
    self.fixes += fixes.count
    extend(to: first.milliseconds...last.milliseconds)
    everywhere.add(first)
    for index in 1..<max(fixes.count, 1) {
      let (a, b) = (fixes[index - 1], fixes[index])
      everywhere.add(b)
      switch rule.verdict(a, b) {
      case .observed:
        segments &+= 1
        if !isUnderWay { voyages &+= 1 }
        isUnderWay = true
        observedMilliseconds &+= b.milliseconds &- a.milliseconds
        observed.add(a)
        observed.add(b)
      case .gap:
        gaps &+= 1
        isUnderWay = false
      case .jump:
        jumps &+= 1
        isUnderWay = false
      }
    }
  }

  private mutating func extend(to span: ClosedRange<Int64>) {
    time = time.map { min($0.lowerBound, span.lowerBound)...max($0.upperBound, span.upperBound) } ?? span
  }

  /// Takes in the survey of other vessels.
  mutating func add(_ other: TrackSurvey) {
    vessels += other.vessels
    tracks += other.tracks
    separatedVessels += other.separatedVessels
    voyages += other.voyages
    fixes += other.fixes
    segments += other.segments
    gaps += other.gaps
    jumps += other.jumps
    observedMilliseconds += other.observedMilliseconds
    if let span = other.time { extend(to: span) }
    everywhere.add(other.everywhere)
    observed.add(other.observed)
  }
}
