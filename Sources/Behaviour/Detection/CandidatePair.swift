/// Two tracks that were near each other at some steps.
struct CandidatePair: Sendable {
  /// The lower track number.
  let first: UInt32
  /// The higher track number.
  let second: UInt32
  /// The first and the last step at which they were near, both inclusive, with no long pause between.
  let slots: ClosedRange<Int32>
}
