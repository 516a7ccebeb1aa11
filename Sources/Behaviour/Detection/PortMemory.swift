import Geography

/// Asks for the nearest port only where the answer may have changed: a vessel that moves a mile comes a mile nearer.
struct PortMemory {
  private let surroundings: Surroundings
  private let limit: Double
  private var last: (place: Coordinate, metres: Double)?

  /// A memory for the question whether a place is within `limit` metres of a port.
  init(_ surroundings: Surroundings, limit: Double) {
    self.surroundings = surroundings
    self.limit = limit
  }

  /// Whether a place is nearer than the limit to a port.
  mutating func isNearPort(_ place: Coordinate) -> Bool {
    if limit <= 0 { return false }
    if let last {
      // No degree is longer than 111,700 m: a bound that is good enough nearly always, and costs nothing.
      let atMost =
        (abs(place.latitude - last.place.latitude)
          + abs(Motion.shortWay(place.longitude - last.place.longitude))) * 111_700
      if last.metres - atMost >= limit { return false }
      if last.metres + atMost < limit { return true }
      // The bound is generous, since the great circle is up to 0.6 % off the geodesic.
      let moved = Ellipsoid.greatCircleInMetres(last.place, place) * 1.01
      if last.metres - moved >= limit { return false }
      if last.metres + moved < limit { return true }
    }
    guard let port = surroundings.nearestPort(place) else { return false }
    last = (place, port.metres)
    return port.metres < limit
  }
}
