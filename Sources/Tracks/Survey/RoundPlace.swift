import Geography

/// A place of whole hundredths of a degree that several vessels say they are at.
public struct RoundPlace: Sendable, Equatable {
  /// The place.
  public let place: Coordinate
  /// How many vessels say so.
  public let vessels: Int
}
