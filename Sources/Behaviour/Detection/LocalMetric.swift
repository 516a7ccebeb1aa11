import Geography

/// Metres per degree about a latitude, worked out anew only when the latitude has changed enough to matter.
///
/// The metric is that of the nearest hundredth of a degree, whatever was asked before: 500 m are then true to 0.1 m at
/// latitude 60, and what is found does not depend on where a search began.
struct LocalMetric {
  private var hundredths = Double.infinity
  private(set) var east = 0.0
  private(set) var north = 0.0

  /// Takes the metric for a latitude in degrees.
  @inline(__always)
  mutating func move(to latitude: Double) {
    let hundredths = (latitude * 100).rounded()
    if hundredths == self.hundredths { return }
    self.hundredths = hundredths
    east = Ellipsoid.metresPerDegreeOfLongitude(latitude: hundredths / 100)
    north = Ellipsoid.metresPerDegreeOfLatitude(latitude: hundredths / 100)
  }

  /// Metres between two near places.
  @inline(__always)
  mutating func distance(_ a: Coordinate, _ b: Coordinate) -> Double {
    move(to: (a.latitude + b.latitude) / 2)
    let (x, y) = (Motion.shortWay(b.longitude - a.longitude) * east, (b.latitude - a.latitude) * north)
    return (x * x + y * y).squareRoot()
  }
}
