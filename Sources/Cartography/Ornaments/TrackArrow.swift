import Platform
import Raster

/// An arrowhead on a track that says which way the ship went.
struct TrackArrow: Sendable {
  /// Its middle, in pixels of the viewport.
  let place: Point
  /// The unit vector of the ship's way.
  let heading: Point
  /// The colouring's number of the leg.
  let color: UInt8

  /// The arrows of a track, about every `spacing` pixels of a run and one in the middle of a short one.
  ///
  /// None on runs shorter than `least` pixels, and none where the way turns by more than 40 degrees within an arrow's
  /// length.
  static func arrows(on track: VisibleTrack, spacing: Double, least: Double) -> [TrackArrow] {
    var arrows: [TrackArrow] = []
    for (run, colors) in zip(track.runs, track.colors) {
      let way = RunWay(run)
      guard way.length >= least else { continue }
      let count = max(Int((way.length / spacing).rounded()), 1)
      for number in 0..<count {
        let distance = (Double(number) + 0.5) * way.length / Double(count)
        let (before, here, behind) = (way.place(distance - 6), way.place(distance), way.place(distance + 6))
        let one = Point(x: here.place.x - before.place.x, y: here.place.y - before.place.y)
        let other = Point(x: behind.place.x - here.place.x, y: behind.place.y - here.place.y)
        let lengths = hypot(one.x, one.y) * hypot(other.x, other.y)
        guard lengths > 0, one.x * other.x + one.y * other.y > 0.766 * lengths else { continue }
        let both = Point(x: one.x + other.x, y: one.y + other.y)
        let length = hypot(both.x, both.y)
        arrows.append(
          TrackArrow(
            place: here.place, heading: Point(x: both.x / length, y: both.y / length), color: colors[here.leg]))
      }
    }
    return arrows
  }
}
