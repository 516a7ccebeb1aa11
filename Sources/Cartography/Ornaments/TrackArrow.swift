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

/// A run's way by its length in pixels.
private struct RunWay {
  private let run: [TimedPlace]
  private let lengths: [Double]
  var length: Double { lengths[lengths.count - 1] }

  init(_ run: [TimedPlace]) {
    self.run = run
    var lengths = [0.0]
    for (a, b) in zip(run, run.dropFirst()) {
      lengths.append(lengths[lengths.count - 1] + hypot(b.place.x - a.place.x, b.place.y - a.place.y))
    }
    self.lengths = lengths
  }

  /// The place at a distance from the start, within the run, and the number of its leg.
  func place(_ distance: Double) -> (place: Point, leg: Int) {
    let distance = min(max(distance, 0), length)
    var (low, high) = (0, lengths.count - 2)
    while low < high {
      let middle = (low + high + 1) / 2
      if lengths[middle] <= distance { low = middle } else { high = middle - 1 }
    }
    let (a, b) = (run[low].place, run[low + 1].place)
    let share = (distance - lengths[low]) / max(lengths[low + 1] - lengths[low], 1e-12)
    return (Point(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share), low)
  }
}
