import Platform

extension Ellipsoid {
  /// A place at sea level in geocentric Cartesian coordinates, in metres: x to 0 N 0 E, y to 0 N 90 E, z to the pole.
  ///
  /// The chord between two such points is never longer than the geodesic, and knows neither antimeridian nor pole.
  package static func cartesian(_ place: Coordinate) -> SIMD3<Double> {
    let (latitude, longitude) = (place.latitude * .pi / 180, place.longitude * .pi / 180)
    let sine = sin(latitude)
    let normal = semiMajorAxis / (1 - eccentricitySquared * sine * sine).squareRoot()
    return SIMD3(
      normal * cos(latitude) * cos(longitude), normal * cos(latitude) * sin(longitude),
      normal * (1 - eccentricitySquared) * sine)
  }
}
