import Geography
import Tracks

/// Asks one track for its place at rising instants.
struct TrackCursor {
  private let fixes: UnsafeBufferPointer<Fix>
  private let legs: LegRule
  private var index = -1
  private var isObserved = false
  /// The number of silences and jumps passed: two places with the same number have none between them.
  private(set) var run = 0

  init(_ fixes: UnsafeBufferPointer<Fix>, _ legs: LegRule) {
    self.fixes = fixes
    self.legs = legs
  }

  /// The place at an instant not before the one asked for last; nil in a silence and outside the track.
  mutating func place(at milliseconds: Double) -> Coordinate? {
    guard fixes.count > 1, milliseconds >= Double(fixes[0].milliseconds) else { return nil }
    if index < 0 {
      index = min(Approach.firstLeg(fixes, from: Int64(milliseconds)), fixes.count - 2)
      judge()
    }
    while Double(fixes[index + 1].milliseconds) < milliseconds {
      guard index + 2 < fixes.count else { return nil }
      index += 1
      judge()
    }
    return isObserved ? Motion.place(fixes[index], fixes[index + 1], at: milliseconds) : nil
  }

  private mutating func judge() {
    isObserved = legs.verdict(fixes[index], fixes[index + 1]) == .observed
    if !isObserved { run += 1 }
  }
}
