/// Tells which edges of a geometry file cannot come within a straight distance of a place, by comparisons alone.
struct EdgeWindow {
  // All in 1e-5 degrees; an edge is beyond where both its ends are.
  private let south: Double
  private let north: Double
  private let longitude: Double
  private let width: Double

  /// A window about a place, which is `point` in space; `squaredReach` is the square of the distance in square metres.
  init(about place: Coordinate, _ point: GeocentricPoint, squaredReach: Double) {
    // A metre more than the lines in space may stray from the edges.
    let reach = squaredReach.squareRoot() + 1
    // Up to 5 degrees apart, the straight line between two parallels has at least 110,500 m for each.
    let height = reach / 110_500
    let latitude = place.latitude * GeometryArchive.unitsPerDegree
    let half = height <= 5 ? height * GeometryArchive.unitsPerDegree : .infinity
    (south, north) = (latitude - half, latitude + half)
    // Whatever lies an angle east or west is at least its sine times the parallel's radius away, and up to half a radian
    // the sine has at least 0.958 of the angle.
    let angle = reach / (0.958 * (point.x * point.x + point.y * point.y).squareRoot())
    longitude = place.longitude * GeometryArchive.unitsPerDegree
    width = angle <= 0.5 ? angle * (180 / .pi) * GeometryArchive.unitsPerDegree : .infinity
  }

  /// Whether an edge, from its ends in 1e-5 degrees, is certainly farther away than the distance.
  @inline(__always)
  func isBeyond(_ fromX: Int32, _ fromY: Int32, _ toX: Int32, _ toY: Int32) -> Bool {
    let (low, high) = (Double(min(fromY, toY)), Double(max(fromY, toY)))
    if low > north || high < south { return true }
    let (west, east) = (Double(min(fromX, toX)) - longitude, Double(max(fromX, toX)) - longitude)
    let turn = 360 * GeometryArchive.unitsPerDegree
    return west > width && east < turn - width || east < -width && west > width - turn
  }
}
