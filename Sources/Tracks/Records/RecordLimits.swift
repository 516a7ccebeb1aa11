/// How much of a file of records is taken before it is refused.
package struct RecordLimits: Sendable {
  /// Objects and arrays, or elements, inside one another.
  package var deepestLevel = 64
  /// Bytes of one string, number, tag or text.
  package var longestText = 1 << 20
  /// Positions of one feature, which is held in memory until its end: about 60 bytes each with their times.
  package var mostPositionsOfAFeature = 50_000_000

  /// The defaults.
  package init() {}
}
