import Geography
import Platform

/// A plane in metres laid on the WGS84 ellipsoid at a centre.
///
/// Normal coordinates to the second order: within 60 km of the centre a distance is true to one part in ten thousand.
public struct LocalMetric: Hashable, Sendable {
  /// Where the plane touches; its longitude in degrees may lie beyond 180.
  public var centre: Coordinate

  /// The plane at a centre.
  public init(centre: Coordinate) {
    self.centre = centre
  }

  /// The place on the ellipsoid that a point on the plane stands for, its longitude within -180..<180 degrees.
  public func place(of point: LocalPoint) -> Coordinate {
    let radian = Double.pi / 180
    let phi = centre.latitude * radian
    let square = 1 - Ellipsoid.eccentricitySquared * sin(phi) * sin(phi)
    let normal = Ellipsoid.semiMajorAxis / square.squareRoot()
    let meridian = normal * (1 - Ellipsoid.eccentricitySquared) / square
    let slope = tan(phi)
    let latitude = point.north / meridian - point.east * point.east * slope / (2 * normal * meridian)
    let longitude = point.east / (normal * cos(phi)) * (1 + point.north * slope / meridian)
    return Coordinate(
      latitude: centre.latitude + latitude / radian,
      longitude: BoundingBox.wrapped(centre.longitude + longitude / radian))
  }
}
