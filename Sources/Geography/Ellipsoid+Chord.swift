import Platform

extension Ellipsoid {
  /// Greatest radius of curvature, at the poles, in metres.
  static let greatestRadiusOfCurvature = semiMajorAxis / (1 - flattening)

  /// A length in metres that the straight line between two places never exceeds, from that of their geodesic.
  ///
  /// The chord of the flattest arc that the ellipsoid has, widened by a millionth and a centimetre: at 100 km it is
  /// 0.1 m more than the straight line.
  static func longestChord(ofGeodesic metres: Double) -> Double {
    let diameter = 2 * greatestRadiusOfCurvature
    let angle = metres / diameter
    return (angle < .pi / 2 ? diameter * sin(angle) : diameter) * 1.000_001 + 0.01
  }
}
