/// What tiles can show; several are drawn one over the other, in this order.
public enum TileLayer: Sendable, Equatable {
  /// Density of traffic.
  case density
  /// Tracks as lines.
  case tracks
  /// Events and hotspots of a file.
  case events(path: String)
}
