import Platform
import Raster

/// A run's way by its length in pixels.
struct RunWay {
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
