/// Finds the nearest of many ports, exactly, by the length of the geodesic.
package struct PortIndex: Sendable {
  /// The ports, in the order given, without those whose place is not of finite numbers.
  package let ports: [Port]

  private let tree: GeocentricTree

  /// An index of ports.
  package init(_ ports: [Port]) {
    self.ports = ports.filter { $0.place.isFinite }
    tree = GeocentricTree(self.ports.map { GeocentricBox(GeocentricPoint($0.place)) }, places: self.ports.map(\.place))
  }

  /// The nearest port and its distance; of several equally near ones the first; nil without ports.
  package func nearest(to place: Coordinate) -> (port: Port, metres: Double)? {
    nearest(to: place, within: .infinity)
  }

  /// The nearest port that is at most `metres` away, inclusive, and its distance; of several equally near ones the
  /// first; nil where there is none.
  package func nearest(to place: Coordinate, within metres: Double) -> (port: Port, metres: Double)? {
    guard place.isFinite, metres >= 0 else { return nil }
    var nearest: (port: Int, metres: Double)?
    // Straight lines sort almost as geodesics do; those that might be the other way round are all measured.
    let chord = Ellipsoid.longestChord(ofGeodesic: metres)
    var limit = chord * chord
    tree.visitNearest(to: GeocentricPoint(place), within: &limit) { port, limit in
      let distance = Ellipsoid.distanceInMetres(place, ports[port].place)
      guard distance <= metres else { return }
      if let best = nearest, (best.metres, best.port) < (distance, port) { return }
      nearest = (port, distance)
      let chord = Ellipsoid.longestChord(ofGeodesic: distance)
      limit = min(limit, chord * chord)
    }
    return nearest.map { (ports[$0.port], $0.metres) }
  }
}
