import Geography

/// A port at open sea, where no list of ports has one.
public struct ScenePort: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// Where it is.
  public var place: Coordinate
}
