/// A time during which a ship hardly moves, or is not heard.
public struct SceneStay: Hashable, Sendable {
  /// The ship.
  public var mmsi: UInt32
  /// Milliseconds since 1970.
  public var start: Int64
  /// Milliseconds since 1970.
  public var end: Int64
}
