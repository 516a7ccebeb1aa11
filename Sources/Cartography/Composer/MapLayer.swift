/// What a map can show of its data, from the lowest to the uppermost as they are laid without other orders.
public enum MapLayer: String, CaseIterable, Sendable {
  /// Density.
  case heat
  /// Where ships that were not observed can have been.
  case reach
  /// Dashes where nobody saw the ships.
  case gaps
  /// Observed legs, with arrows, ticks, and marks where they begin and end.
  case tracks
  /// Clusters of events.
  case hotspots
  /// Marks of events.
  case events
  /// Names, numbers and times; always over all others.
  case labels
}
