/// The order of a table's rows.
public enum SceneRowOrder: Hashable, Sendable {
  /// By time, then by vessel.
  case time
  /// By time backwards.
  case reversed
  /// By chance that follows from a seed.
  case shuffled(seed: UInt64)
  /// Vessel by vessel, each by time.
  case vessel
}
