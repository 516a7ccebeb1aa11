import Geography

/// A position as a ship reports it.
public struct SceneReport: Hashable, Sendable {
  /// Milliseconds since 1970, a whole second.
  public var milliseconds: Int64
  /// Where the ship says it is.
  public var place: Coordinate
  /// Speed over ground in knots.
  public var knots: Double
  /// Course over ground in degrees, 0..<360.
  public var course: Double
}
