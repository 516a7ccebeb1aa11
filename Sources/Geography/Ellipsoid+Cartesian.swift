extension Ellipsoid {
  /// A place at sea level in geocentric Cartesian coordinates, in metres: x to 0 N 0 E, y to 0 N 90 E, z to the pole.
  ///
  /// The chord between two such points is never longer than the geodesic, and knows neither antimeridian nor pole.
  package static func cartesian(_ place: Coordinate) -> SIMD3<Double> {
    let point = GeocentricPoint(place)
    return SIMD3(point.x, point.y, point.z)
  }
}
