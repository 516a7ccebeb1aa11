import Geography
import Platform

/// Whether two places are within a distance on the ellipsoid, decided from their chord wherever that settles it.
///
/// The geodesic is never shorter than the chord, and never longer than the arc over that chord of a circle with the
/// smallest radius of curvature on the ellipsoid, a (1 - e²) = 6,335,439 m (Schur's comparison theorem): at 20 km these
/// differ by 8 mm, so that hardly a pair needs Vincenty's formula.
struct Reach {
  /// The distance in metres, inclusive.
  let radius: Double
  /// Chords up to this are within the distance.
  let nearChord: Double
  /// Chords beyond this are not.
  let farChord: Double

  /// Distances from 20 m to 10,000 km; what is beyond counts as these.
  static let limits = 20.0...1e7

  init(metres: Double) {
    radius = min(max(metres, Self.limits.lowerBound), Self.limits.upperBound)
    let smallest = Ellipsoid.semiMajorAxis * (1 - Ellipsoid.eccentricitySquared)
    // Vincenty's formula is good to a millimetre, so nearer to the limit than that its word counts.
    nearChord = 2 * smallest * sin(radius / (2 * smallest)) - 0.002
    farChord = radius + 0.002
  }

  /// Whether two places are within the distance; points are `Ellipsoid.cartesian` of the places.
  func holds(_ a: Coordinate, _ pointA: SIMD3<Double>, _ b: Coordinate, _ pointB: SIMD3<Double>) -> Bool {
    let apart = pointA - pointB
    let square = (apart * apart).sum()
    if square <= nearChord * nearChord { return true }
    if square > farChord * farChord { return false }
    return Ellipsoid.distanceInMetres(a, b) <= radius
  }
}
