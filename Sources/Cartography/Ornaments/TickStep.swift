/// How far apart in time the ticks on tracks are.
public enum TickStep: Sendable, Equatable {
  /// Chosen so that ticks stand apart, and none where many tracks share the map.
  case automatic
  /// None at all.
  case none
  /// So many milliseconds, counted from midnight UTC.
  case every(milliseconds: Int64)

  /// Steps that read as round times, in milliseconds, rising.
  static let round: [Int64] =
    [1, 2, 5, 10, 15, 30].map { $0 * minute }
    + [1, 2, 3, 6, 12].map { $0 * 60 * minute } + [1, 2, 5, 10, 30].map { $0 * 24 * 60 * minute }

  static let minute: Int64 = 60_000
  /// More vessels than these have no ticks unless they are asked for.
  static let mostVessels = 12

  /// Milliseconds between ticks on tracks; nil for no ticks.
  ///
  /// The automatic step puts ticks at least `spacing` pixels apart on the track that goes slowest across the picture among
  /// those that cross at least two such distances.
  func milliseconds(for tracks: [VisibleTrack], spacing: Double) -> Int64? {
    switch self {
    case .none: return nil
    case .every(let milliseconds): return milliseconds
    case .automatic:
      guard tracks.count <= Self.mostVessels else { return nil }
      let paces = tracks.map(\.extent).filter { $0.pixels >= 2 * spacing && $0.milliseconds > 0 }
        .map { Double($0.milliseconds) / $0.pixels }
      guard let slowest = paces.max() else { return nil }
      return Self.round.first { Double($0) >= slowest * spacing }
    }
  }
}
