/// A draught that a ship says from an instant on.
public struct SceneDraught: Hashable, Sendable {
  /// Milliseconds since 1970.
  public var milliseconds: Int64
  /// Draught in metres.
  public var metres: Double
}
