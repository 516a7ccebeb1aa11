/// An MMSI under which several ships seem to send.
public struct SharedNumber: Sendable, Equatable {
  /// The number.
  public let mmsi: UInt32
  /// How many ships: tracks of at least four positions, none of which can be another's.
  public let ships: Int
  /// Positions of all.
  public let positions: Int
}
