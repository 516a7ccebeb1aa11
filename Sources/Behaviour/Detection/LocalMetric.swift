import Geography

/// Metres per degree about a latitude, of which there is one for each hundredth of a degree.
///
/// The metric is that of the nearest hundredth of a degree, whatever was asked before: 500 m are then true to 0.1 m at
/// latitude 60, and what is found does not depend on where a search began.
struct LocalMetric {
  private static let table: [(east: Double, north: Double)] = (-9000...9000).map { hundredths in
    let latitude = Double(hundredths) / 100
    return (
      Ellipsoid.metresPerDegreeOfLongitude(latitude: latitude), Ellipsoid.metresPerDegreeOfLatitude(latitude: latitude)
    )
  }

  private let table = LocalMetric.table
  private var hundredths = Int.max
  private(set) var east = 0.0
  private(set) var north = 0.0

  /// Takes the metric for a latitude in degrees, -90...90.
  @inline(__always)
  mutating func move(to latitude: Double) {
    let hundredths = Motion.rounded(latitude * 100)
    if hundredths == self.hundredths { return }
    self.hundredths = hundredths
    (east, north) = table[hundredths + 9000]
  }

  /// Metres between two near places.
  @inline(__always)
  mutating func distance(_ a: Coordinate, _ b: Coordinate) -> Double {
    move(to: (a.latitude + b.latitude) / 2)
    let (x, y) = (Motion.shortWay(b.longitude - a.longitude) * east, (b.latitude - a.latitude) * north)
    return (x * x + y * y).squareRoot()
  }
}
