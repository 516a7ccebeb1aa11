import Geography

/// What lies around a place: the nearest port and the shore, as far as somebody knows them.
package struct Surroundings: Sendable {
  /// A port near a place.
  package struct NearPort: Sendable, Hashable {
    /// Its name.
    package let name: String
    /// Geodesic distance to it in metres.
    package let metres: Double

    /// A port by name and distance.
    package init(name: String, metres: Double) {
      self.name = name
      self.metres = metres
    }
  }

  /// The nearest port; nil where no ports are known.
  package let nearestPort: @Sendable (Coordinate) -> NearPort?
  /// Metres to the nearest shore, 0 on land; nil where no shore is known.
  package let metresToShore: @Sendable (Coordinate) -> Double?

  /// Surroundings that two functions know; the defaults know nothing.
  package init(
    nearestPort: @escaping @Sendable (Coordinate) -> NearPort? = { _ in nil },
    metresToShore: @escaping @Sendable (Coordinate) -> Double? = { _ in nil }
  ) {
    self.nearestPort = nearestPort
    self.metresToShore = metresToShore
  }

  /// Ports by name and place, searched one by one: for short lists.
  package init(ports: [(name: String, place: Coordinate)]) {
    self.init(nearestPort: { place in
      ports.map { NearPort(name: $0.name, metres: Ellipsoid.distanceInMetres(place, $0.place)) }
        .min { $0.metres < $1.metres }
    })
  }
}
