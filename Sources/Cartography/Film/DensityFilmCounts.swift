import Raster

/// The counts of the fixes that a film's frame holds, as they come and go.
struct DensityFilmCounts: Sendable {
  /// The counts.
  private(set) var grid: DensityGrid
  /// What they changed since it was last looked at.
  var changed: ChangedBlocks
  private var touches = TouchCounts()

  /// A block is 2^5 pixels wide: small enough for most of a frame to stay as it was, large enough for rows to be quick.
  private static let sideBits = 5

  /// No fixes.
  init(_ window: DensityWindow) {
    grid = DensityWindow.emptyGrid(window.wide, measure: window.measure)
    changed = ChangedBlocks(of: grid, sideBits: Self.sideBits)
  }

  /// Whether a vessel's tracks are counted one by one.
  var isPerTrack: Bool { grid.measure == .transits }

  /// Adds a vessel's fixes that follow one another, and the legs between them. Returns the track of the last.
  ///
  /// The first belongs to a track; it has a number among all fixes, which is that of the track if it begins one. Where
  /// the fixes go on from it, `continuing`, it is there already.
  mutating func add(
    _ points: UnsafeBufferPointer<PixelPoint>, _ legs: UnsafeBufferPointer<Int64>, of track: Int, numbered: Int,
    continuing: Bool
  ) -> Int {
    switch grid.measure {
    case .hours: grid.addVessel(points: points, legs: legs)
    case .positions:
      let fresh = UnsafeBufferPointer(rebasing: points.dropFirst(continuing ? 1 : 0))
      grid.addVessel(points: fresh, legs: UnsafeBufferPointer(rebasing: legs.prefix(max(fresh.count - 1, 0))))
    case .transits, .vessels:
      touches.add(points: points, legs: legs, of: track, numbered: numbered, continuing: continuing, to: &grid)
    }
    changed.mark(points: points, legs: legs)
    return lastTrack(legs, track, numbered)
  }

  /// Takes away a vessel's first fixes and the legs between them, arguments as for `add`; where the vessel has more of
  /// them, the last of these stays. Returns its track.
  mutating func remove(
    _ points: UnsafeBufferPointer<PixelPoint>, _ legs: UnsafeBufferPointer<Int64>, of track: Int, numbered: Int,
    lastStays: Bool
  ) -> Int {
    let last = lastTrack(legs, track, numbered)
    switch grid.measure {
    case .hours: grid.removeVessel(points: points, legs: legs)
    case .positions:
      let gone = UnsafeBufferPointer(rebasing: points.dropLast(lastStays ? 1 : 0))
      grid.removeVessel(points: gone, legs: UnsafeBufferPointer(rebasing: legs.prefix(max(gone.count - 1, 0))))
    case .transits, .vessels:
      if lastStays {
        // From now on it is the first of its track.
        touches.add(
          points: UnsafeBufferPointer(rebasing: points.suffix(1)), legs: UnsafeBufferPointer(rebasing: legs.suffix(0)),
          of: last, numbered: numbered + legs.count, continuing: false, to: &grid)
      }
      touches.remove(points: points, legs: legs, of: track, numbered: numbered, from: &grid)
    }
    changed.mark(points: points, legs: legs)
    return last
  }

  private func lastTrack(_ legs: UnsafeBufferPointer<Int64>, _ track: Int, _ numbered: Int) -> Int {
    guard isPerTrack, let parting = legs.lastIndex(where: { $0 < 0 }) else { return track }
    return numbered + parting + 1
  }
}
