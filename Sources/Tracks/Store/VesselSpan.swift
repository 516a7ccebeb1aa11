/// Where a vessel's fixes stand in a row of fixes.
struct VesselSpan: Sendable, Equatable {
  /// The identity.
  let vessel: UInt32
  /// Index of the first fix.
  let start: Int
  /// How many there are.
  var count: Int
}
