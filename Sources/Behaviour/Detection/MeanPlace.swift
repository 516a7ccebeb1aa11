import Geography

/// The mean of places, longitudes the short way round from the first.
struct MeanPlace {
  private var first: Coordinate?
  private var north = 0.0
  private var east = 0.0
  private var count = 0.0

  /// Takes in a place.
  mutating func add(_ place: Coordinate) {
    let first = self.first ?? place
    self.first = first
    north += place.latitude
    east += Motion.shortWay(place.longitude - first.longitude)
    count += 1
  }

  /// The mean; nil of nothing.
  var place: Coordinate? {
    guard let first else { return nil }
    return Coordinate(
      latitude: north / count, longitude: BoundingBox.wrapped(first.longitude + east / count))
  }
}
