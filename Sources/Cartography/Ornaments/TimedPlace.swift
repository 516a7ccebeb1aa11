import Raster

/// Where a ship was on the picture, and when.
package struct TimedPlace: Sendable, Equatable {
  /// Pixels from the viewport's upper left corner.
  package var place: Point
  /// Milliseconds since 1970.
  package var time: Int64

  /// A place and its time.
  package init(place: Point, time: Int64) {
    self.place = place
    self.time = time
  }

  /// The place at a time on the straight way to a later one.
  func place(at time: Int64, to later: TimedPlace) -> Point {
    let share = later.time > self.time ? Double(time - self.time) / Double(later.time - self.time) : 0
    return Point(
      x: place.x + (later.place.x - place.x) * share, y: place.y + (later.place.y - place.y) * share)
  }
}
