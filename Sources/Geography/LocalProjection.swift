import Platform

/// The plane about a place: distances and directions from it are true (azimuthal equidistant, on the sphere of mean
/// radius 6,371,008.8 m; Snyder, Map Projections, USGS PP 1395, p. 195).
///
/// It knows neither antimeridian nor pole: near places are near in the plane wherever on earth they are. Against the
/// ellipsoid its distances are off by up to half a per cent.
package struct LocalProjection: Hashable, Sendable {
  /// The place that is the plane's origin.
  package let centre: Coordinate
  private let sine: Double
  private let cosine: Double

  /// The plane about a place.
  package init(centre: Coordinate) {
    self.centre = centre
    sine = sin(centre.latitude * .pi / 180)
    cosine = cos(centre.latitude * .pi / 180)
  }

  /// Metres east and north of the centre at which a place lies; the antipode is drawn due north.
  package func metres(to place: Coordinate) -> (east: Double, north: Double) {
    let latitude = place.latitude * .pi / 180
    let turn = BoundingBox.wrapped(place.longitude - centre.longitude) * .pi / 180
    let half = sin(turn / 2)
    // The difference of latitudes is taken before the sine, so that near places keep all their digits.
    let rise = sin((place.latitude - centre.latitude) * .pi / 180)
    let east = cos(latitude) * sin(turn)
    let north = rise + 2 * sine * cos(latitude) * half * half
    let up = cos((place.latitude - centre.latitude) * .pi / 180) - 2 * cosine * cos(latitude) * half * half
    let across = (east * east + north * north).squareRoot()
    let angle = atan2(across, up)
    guard across > 0 else { return (0, angle * Ellipsoid.meanRadius) }
    let scale = angle / across * Ellipsoid.meanRadius
    return (east * scale, north * scale)
  }

  /// The place at metres east and north of the centre; its longitude is -180..<180 degrees.
  package func place(east: Double, north: Double) -> Coordinate {
    let distance = (east * east + north * north).squareRoot()
    guard distance > 0 else { return centre }
    let angle = distance / Ellipsoid.meanRadius
    let (along, up) = (sin(angle) / distance, cos(angle))
    let z = north * along * cosine + up * sine
    let x = up * cosine - north * along * sine
    let y = east * along
    return Coordinate(
      latitude: atan2(z, (x * x + y * y).squareRoot()) * 180 / .pi,
      longitude: BoundingBox.wrapped(centre.longitude + atan2(y, x) * 180 / .pi))
  }
}
