/// A ship of a scene: what it says of itself, what it reports, and where it truly is.
public struct SceneVessel: Hashable, Sendable {
  /// Identity of the sender.
  public var mmsi: UInt32
  /// Its name.
  public var name: String
  /// Its IMO number, the check digit right.
  public var imo: UInt32
  /// Its call sign.
  public var callSign: String
  /// What it is for, as AIS sends it (ITU-R M.1371-5, table 53).
  public var typeCode: Int
  /// Length in metres.
  public var length: Int
  /// Width in metres.
  public var width: Int
  /// The draughts it says, in the order of time; the first holds before its time, too.
  public var draughts: [SceneDraught]
  /// Where it truly is.
  public var motion: SceneMotion
  /// What it reports, in the order of time.
  public var reports: [SceneReport]

  /// The draught that it says at an instant, in metres.
  public func draught(atMilliseconds time: Int64) -> Double? {
    (draughts.last { $0.milliseconds <= time } ?? draughts.first)?.metres
  }
}
