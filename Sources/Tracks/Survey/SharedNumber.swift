/// An MMSI whose positions no one ship can have sailed through: several ships send it, or some of them are false.
public struct SharedNumber: Sendable, Equatable {
  /// The number.
  public let mmsi: UInt32
  /// The tracks that can be sailed, of at least four positions each; two or more.
  public let tracks: Int
  /// Positions of all.
  public let positions: Int
}
