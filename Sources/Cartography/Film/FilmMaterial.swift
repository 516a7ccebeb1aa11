import Tracks

/// What the ships of a film are read from, and by which rules.
struct FilmMaterial: Sendable {
  let tracks: TrackSet
  let rule: LegRule
  let coloring: TrackColoring
  /// Places nearer than this in x and in y, in world units, are one to a trail.
  let grain: Int64

  /// Whether a trail must be drawn on to a place.
  func isNews(_ place: FilmVessel.Place, _ pen: FilmVessel.Place) -> Bool {
    abs(place.x - pen.x) > grain || 2 * abs(Int64(place.y) - Int64(pen.y)) > grain
  }
}
