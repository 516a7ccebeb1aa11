import Platform

/// The WGS84 ellipsoid (NGA.STND.0036): distances and areas in metres.
public enum Ellipsoid {
  /// Semi-major axis in metres.
  public static let semiMajorAxis = 6_378_137.0
  /// Flattening.
  public static let flattening = 1 / 298.257_223_563
  /// Square of the first eccentricity.
  public static let eccentricitySquared = flattening * (2 - flattening)

  /// Mean radius (2a + b) / 3 in metres: that of the sphere where a sphere is near enough.
  public static let meanRadius = 6_371_008.8

  /// Area in km2 of the quadrangle between two parallels over a span of longitude, all in degrees.
  ///
  /// The exact integral over the ellipsoid (Snyder, Map Projections, USGS PP 1395, eq. 3-12).
  public static func areaInSquareKilometres(
    south: Double, north: Double, longitudeSpan: Double
  ) -> Double {
    let polar = semiMajorAxis * (1 - flattening)
    let strip = polar * polar / 2 * (zone(sine: sin(north * .pi / 180)) - zone(sine: sin(south * .pi / 180)))
    return strip * longitudeSpan * (.pi / 180) / 1e6
  }

  private static func zone(sine: Double) -> Double {
    let eccentricity = eccentricitySquared.squareRoot()
    return sine / (1 - eccentricitySquared * sine * sine) + atanh(eccentricity * sine) / eccentricity
  }

  /// Length in metres of one degree of longitude at a latitude in degrees.
  public static func metresPerDegreeOfLongitude(latitude: Double) -> Double {
    let phi = latitude * .pi / 180
    let sine = sin(phi)
    return semiMajorAxis * cos(phi) / (1 - eccentricitySquared * sine * sine).squareRoot() * (.pi / 180)
  }

  /// Length in metres of one degree of latitude at a latitude in degrees: the meridian's radius of curvature there.
  public static func metresPerDegreeOfLatitude(latitude: Double) -> Double {
    let sine = sin(latitude * .pi / 180)
    let squared = 1 - eccentricitySquared * sine * sine
    return semiMajorAxis * (1 - eccentricitySquared) / (squared * squared.squareRoot()) * (.pi / 180)
  }

  /// Length of the geodesic between two places, in metres.
  ///
  /// Vincenty's inverse formula (Survey Review 176, 1975), good to a millimetre; for nearly antipodal places, where
  /// it does not converge, the great circle on the sphere of mean radius 6,371,008.8 m.
  public static func distanceInMetres(_ from: Coordinate, _ to: Coordinate) -> Double {
    if from == to { return 0 }
    let f = flattening
    let a = semiMajorAxis
    let b = a * (1 - f)
    let radian = Double.pi / 180
    let u1 = atan((1 - f) * tan(from.latitude * radian))
    let u2 = atan((1 - f) * tan(to.latitude * radian))
    let longitudeDifference = BoundingBox.wrapped(to.longitude - from.longitude) * radian
    let (sinU1, cosU1, sinU2, cosU2) = (sin(u1), cos(u1), sin(u2), cos(u2))
    var lambda = longitudeDifference
    for _ in 0..<100 {
      let (sinLambda, cosLambda) = (sin(lambda), cos(lambda))
      let cross = cosU1 * sinU2 - sinU1 * cosU2 * cosLambda
      let sinSigma = ((cosU2 * sinLambda) * (cosU2 * sinLambda) + cross * cross).squareRoot()
      if sinSigma == 0 { return 0 }
      let cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosLambda
      let sigma = atan2(sinSigma, cosSigma)
      let sinAlpha = cosU1 * cosU2 * sinLambda / sinSigma
      let cosSquaredAlpha = 1 - sinAlpha * sinAlpha
      let cos2SigmaM = cosSquaredAlpha == 0 ? 0 : cosSigma - 2 * sinU1 * sinU2 / cosSquaredAlpha
      let c = f / 16 * cosSquaredAlpha * (4 + f * (4 - 3 * cosSquaredAlpha))
      let square = 2 * cos2SigmaM * cos2SigmaM - 1
      let next =
        longitudeDifference + (1 - c) * f * sinAlpha
        * (sigma + c * sinSigma * (cos2SigmaM + c * cosSigma * square))
      let change = abs(next - lambda)
      lambda = next
      guard change < 1e-12 else { continue }
      let uSquared = cosSquaredAlpha * (a * a - b * b) / (b * b)
      let bigA = 1 + uSquared / 16384 * (4096 + uSquared * (-768 + uSquared * (320 - 175 * uSquared)))
      let bigB = uSquared / 1024 * (256 + uSquared * (-128 + uSquared * (74 - 47 * uSquared)))
      let correction =
        bigB * sinSigma
        * (cos2SigmaM + bigB / 4
          * (cosSigma * square
            - bigB / 6 * cos2SigmaM * (4 * sinSigma * sinSigma - 3) * (4 * cos2SigmaM * cos2SigmaM - 3)))
      return b * bigA * (sigma - correction)
    }
    return greatCircleInMetres(from, to)
  }

  /// Length of the great circle on the sphere of mean radius 6,371,008.8 m, by the haversine formula.
  public static func greatCircleInMetres(_ from: Coordinate, _ to: Coordinate) -> Double {
    let radian = Double.pi / 180
    let halfLatitude = sin((to.latitude - from.latitude) * radian / 2)
    let halfLongitude = sin((to.longitude - from.longitude) * radian / 2)
    let h =
      halfLatitude * halfLatitude
      + cos(from.latitude * radian) * cos(to.latitude * radian) * halfLongitude * halfLongitude
    return 2 * meanRadius * asin(min(1, h.squareRoot()))
  }
}
