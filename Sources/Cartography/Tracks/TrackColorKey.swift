/// What the colour of a track says.
public enum TrackColorKey: String, CaseIterable, Sendable {
  /// How fast the ship went between two positions.
  case speed
  /// Which ship it is.
  case vessel
  /// What the ship is for.
  case type
  /// Which flag its number belongs to.
  case flag
  /// When it was there.
  case time
}
