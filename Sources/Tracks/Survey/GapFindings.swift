/// The times for which vessels were not observed between two of their positions.
public struct GapFindings: Sendable, Equatable {
  /// How many of the longest are kept.
  private static let mostKept = 5

  /// How many there are.
  public private(set) var count = 0
  /// Tracks that have one: vessels, unless ships that share an MMSI were separated.
  public private(set) var vessels = 0
  /// Milliseconds of all.
  public private(set) var milliseconds: Int64 = 0
  /// The five longest, the longest first.
  public private(set) var longest: [LongGap] = []

  /// No gaps.
  public init() {}

  /// Takes in a gap of the track in hand.
  mutating func add(_ a: Fix, _ b: Fix, of mmsi: UInt32) {
    let duration = b.milliseconds &- a.milliseconds
    count += 1
    milliseconds += duration
    if let last = longest.last, longest.count == Self.mostKept, duration < last.duration { return }
    keep([LongGap(mmsi: mmsi, time: a.milliseconds...b.milliseconds, from: a.coordinate, to: b.coordinate)])
  }

  /// Counts a track that has a gap.
  mutating func countVessel() { vessels += 1 }

  /// Takes in those of other tracks.
  mutating func add(_ other: GapFindings) {
    count += other.count
    vessels += other.vessels
    milliseconds += other.milliseconds
    keep(other.longest)
  }

  private mutating func keep(_ gaps: [LongGap]) {
    longest = Array((longest + gaps).sorted(by: LongGap.precedes).prefix(Self.mostKept))
  }
}
