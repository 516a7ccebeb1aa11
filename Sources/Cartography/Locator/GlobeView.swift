import Geography
import Platform

/// The globe as seen from far above a place (orthographic; Snyder, Map Projections, USGS PP 1395, p. 145).
///
/// Places become vectors of length one: x to the viewer's right, y up, z towards the viewer.
struct GlobeView: Sendable {
  /// Latitude of the place in the middle, in radians.
  let latitude: Double
  private let longitude: Double

  /// The view of a place, whose latitude is not to be a pole's.
  init(centre: Coordinate) {
    latitude = centre.latitude * .pi / 180
    longitude = centre.longitude * .pi / 180
  }

  /// A place from degrees north and east.
  func vector(latitude degreesNorth: Double, longitude degreesEast: Double) -> SIMD3<Double> {
    let (phi, turn) = (degreesNorth * .pi / 180, degreesEast * .pi / 180 - longitude)
    let (sine, cosine) = (sin(latitude), cos(latitude))
    let forward = cos(phi) * cos(turn)
    return SIMD3(cos(phi) * sin(turn), cosine * sin(phi) - sine * forward, sine * sin(phi) + cosine * forward)
  }

  /// Whether the great circle from one place to another, near to it, crosses the meridian between the antipode of the
  /// middle and the North Pole.
  func crossesFarMeridian(_ from: SIMD3<Double>, _ to: SIMD3<Double>) -> Bool {
    guard (from.x < 0) != (to.x < 0) else { return false }
    let place = from + (to - from) * (from.x / (from.x - to.x))
    let fromAntipode = atan2(place.y, -place.z)
    return fromAntipode > 0 && fromAntipode < .pi / 2 + latitude
  }
}
