/// Which rows a user wants: a span of time and a choice of vessels.
public struct RowSelection: Sendable, Equatable {
  /// First instant wanted, in milliseconds since 1970, inclusive; nil for no limit.
  public var fromMilliseconds: Int64?
  /// End of the span, in milliseconds since 1970, exclusive; nil for no limit.
  public var toMilliseconds: Int64?
  /// The MMSI wanted; nil for all.
  public var vessels: Set<UInt32>?

  /// A choice of rows; the default takes all.
  public init(fromMilliseconds: Int64? = nil, toMilliseconds: Int64? = nil, vessels: Set<UInt32>? = nil) {
    self.fromMilliseconds = fromMilliseconds
    self.toMilliseconds = toMilliseconds
    self.vessels = vessels
  }

  /// Why what a vessel sent at an instant is not wanted; nil where it is.
  @inline(__always)
  func reason(_ vessel: UInt32, at milliseconds: Int64) -> RejectReason? {
    if milliseconds < fromMilliseconds ?? .min || milliseconds >= toMilliseconds ?? .max { return .outsideTime }
    if let vessels, !vessels.contains(vessel) { return .outsideSelection }
    return nil
  }

  /// Whether what a vessel sent at an instant is wanted.
  func contains(_ vessel: UInt32, at milliseconds: Int64) -> Bool { reason(vessel, at: milliseconds) == nil }
}
