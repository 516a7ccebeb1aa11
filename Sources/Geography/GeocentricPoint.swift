import Platform

/// A point in space: geocentric coordinates of WGS84 in metres.
///
/// x points to latitude 0, longitude 0; y to longitude 90 east; z to the North Pole. The straight line between two
/// places is never longer than the geodesic, and at 100 km shorter by a metre.
struct GeocentricPoint: Sendable {
  var x: Double
  var y: Double
  var z: Double

  init(x: Double, y: Double, z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// A place on the ellipsoid, from degrees.
  init(latitude: Double, longitude: Double) {
    let (phi, lambda) = (latitude * (.pi / 180), longitude * (.pi / 180))
    let parallel = GeocentricPoint.parallel(sine: sin(phi), cosine: cos(phi))
    self.init(x: parallel.radius * cos(lambda), y: parallel.radius * sin(lambda), z: parallel.height)
  }

  /// A place on the ellipsoid.
  init(_ place: Coordinate) { self.init(latitude: place.latitude, longitude: place.longitude) }

  /// Radius and height above the equator, both in metres, of the parallel whose latitude has this sine and cosine.
  static func parallel(sine: Double, cosine: Double) -> (radius: Double, height: Double) {
    let e2 = Ellipsoid.eccentricitySquared
    let normal = Ellipsoid.semiMajorAxis / (1 - e2 * sine * sine).squareRoot()
    return (normal * cosine, normal * (1 - e2) * sine)
  }

  /// Square of the straight distance to another point, in square metres.
  func squaredDistance(to other: GeocentricPoint) -> Double {
    let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
    return dx * dx + dy * dy + dz * dz
  }

  /// The nearest point of a straight line: square of the distance in square metres, and its share of the way, 0...1.
  func nearest(from start: GeocentricPoint, to end: GeocentricPoint) -> (squared: Double, share: Double) {
    let (dx, dy, dz) = (end.x - start.x, end.y - start.y, end.z - start.z)
    let (px, py, pz) = (x - start.x, y - start.y, z - start.z)
    let length = dx * dx + dy * dy + dz * dz
    let along = px * dx + py * dy + pz * dz
    let share = along <= 0 || length == 0 ? 0 : along >= length ? 1 : along / length
    let (ex, ey, ez) = (px - share * dx, py - share * dy, pz - share * dz)
    return (ex * ex + ey * ey + ez * ez, share)
  }
}
