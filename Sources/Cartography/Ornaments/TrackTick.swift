import Platform
import Raster

/// A round time on a track.
struct TrackTick: Sendable {
  /// Where the ship was, in pixels of the viewport.
  let place: Point
  /// The unit vector of its movement there.
  let heading: Point
  /// Milliseconds since 1970.
  let time: Int64

  /// The ticks of a track every so many milliseconds from midnight UTC, no two nearer to each other than `spacing` pixels.
  ///
  /// None on runs shorter than three times that: a ship that stays would be all ticks.
  static func ticks(on track: VisibleTrack, every step: Int64, spacing: Double) -> [TrackTick] {
    var ticks: [TrackTick] = []
    for run in track.runs {
      let way = zip(run, run.dropFirst()).reduce(0) {
        $0 + hypot($1.1.place.x - $1.0.place.x, $1.1.place.y - $1.0.place.y)
      }
      guard way >= 3 * spacing else { continue }
      for (a, b) in zip(run, run.dropFirst()) {
        let length = hypot(b.place.x - a.place.x, b.place.y - a.place.y)
        guard length > 0 else { continue }
        let heading = Point(x: (b.place.x - a.place.x) / length, y: (b.place.y - a.place.y) / length)
        var time = (a.time + step - 1) / step * step
        while time <= b.time {
          let place = a.place(at: time, to: b)
          if ticks.last.map({ hypot($0.place.x - place.x, $0.place.y - place.y) >= spacing }) ?? true {
            ticks.append(TrackTick(place: place, heading: heading, time: time))
          }
          // A ship that crawls has no more ticks than pixels.
          let pixels = Double(step) / Double(max(b.time - a.time, 1)) * length
          time += step * Int64(max((spacing / max(pixels, spacing / 1e6)).rounded(.down), 1))
        }
      }
    }
    return ticks
  }

  /// What stands beside the tick: the time of day, and the day where it begins or the step is no shorter.
  func label(step: Int64) -> String {
    let day: Int64 = 86_400_000
    if step >= day || time % day == 0 { return DateText.day(time) }
    return DateText.clock(time)
  }
}
