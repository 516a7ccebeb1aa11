import Geography

/// One of the areas, all of one size, in which most positions lie.
public struct BusyArea: Sendable, Equatable {
  /// The area, between whole minutes or degrees.
  public let box: BoundingBox
  /// Positions in it.
  public let positions: Int
  /// Vessels with a position in it, those that were separated once for each of their tracks.
  public let vessels: Int
  /// The nearest port to its middle, and how far that is in metres; nil where none is within 50 km.
  public let port: (name: String, metres: Double)?

  /// Whether areas, counts and ports are the same.
  public static func == (a: BusyArea, b: BusyArea) -> Bool {
    a.box == b.box && a.positions == b.positions && a.vessels == b.vessels && a.port?.name == b.port?.name
      && a.port?.metres == b.port?.metres
  }
}
