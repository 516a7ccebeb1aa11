import Geography

/// What truly happened, and what a detector should make of it.
public struct SceneTruth: Hashable, Sendable {
  /// What should be found; `decoy` where nothing of the case's `target` should.
  public var kind: SceneKind
  /// The case this belongs to.
  public var situation: SceneCase
  /// The ships, by rising MMSI.
  public var mmsis: [UInt32]
  /// When it truly starts, in milliseconds since 1970.
  public var start: Int64
  /// When it truly ends, in milliseconds since 1970.
  public var end: Int64
  /// The longest regular time in milliseconds between two reports of its ships: how far off an edge may be found.
  public var interval: Int64
  /// Where the ships truly are in the middle of the time.
  public var place: Coordinate

  /// The case in words.
  public var label: String { situation.rawValue }
}
