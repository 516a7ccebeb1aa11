import Geography
import Platform
import Tracks

extension Fix {
  /// Mean speed in knots on the straight way to a later fix; infinite where no time passes.
  ///
  /// Below one degree the way is measured on the plane with the ellipsoid's radii of curvature in its middle (within
  /// 0.01 % up to latitude 80), beyond it along the geodesic.
  func meanSpeedInKnots(to later: Fix) -> Double {
    let hours = Double(later.milliseconds - milliseconds) / 3_600_000
    guard hours > 0 else { return .infinity }
    let north = Int64(later.latitudeE7) - Int64(latitudeE7)
    var east = Int64(later.longitudeE7) - Int64(longitudeE7)
    if east > 1_800_000_000 { east -= 3_600_000_000 } else if east < -1_800_000_000 { east += 3_600_000_000 }
    guard abs(north) < 10_000_000, abs(east) < 10_000_000 else {
      let metres = Ellipsoid.distanceInMetres(
        Coordinate(latitude: latitude, longitude: longitude),
        Coordinate(latitude: later.latitude, longitude: later.longitude))
      return metres / 1852 / hours
    }
    let radian = Double.pi / 180
    let middle = (latitude + later.latitude) / 2 * radian
    let sine = sin(middle)
    let square = 1 - Ellipsoid.eccentricitySquared * sine * sine
    let across = Ellipsoid.semiMajorAxis / square.squareRoot()
    let along = across * (1 - Ellipsoid.eccentricitySquared) / square
    let northMetres = Double(north) * 1e-7 * radian * along
    let eastMetres = Double(east) * 1e-7 * radian * across * cos(middle)
    return (northMetres * northMetres + eastMetres * eastMetres).squareRoot() / 1852 / hours
  }
}
