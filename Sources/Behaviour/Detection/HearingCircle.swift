import Geography
import Platform

/// The places within a distance of where a silence began or ended.
struct HearingCircle {
  private let place: Coordinate
  private let metres: Double
  /// The southernmost latitude, in units of 1e-7 degrees.
  let south: Int32
  /// The northernmost latitude, in units of 1e-7 degrees.
  let north: Int32
  /// Beyond this many degrees of longitude nothing is near; at a pole every longitude is.
  private let width: Double
  private let longitudeE7: Int32
  private let widthE7: Int64
  /// The least and the greatest cosine of a latitude between the place's and any in the circle.
  private let cosines: (least: Double, greatest: Double)
  /// Whether the plane is as good as the sphere.
  private let isSmall: Bool

  /// A circle of a radius in metres.
  init(about place: Coordinate, _ metres: Double) {
    self.place = place
    self.metres = metres
    // No degree of latitude is shorter than 110,500 m.
    let reach = metres / 110_500
    south = Int32((max(-90, place.latitude - reach)) * 1e7)
    north = Int32(min(90, place.latitude + reach) * 1e7)
    let shrink = cos(min(90, abs(place.latitude) + reach) * .pi / 180)
    width = shrink > 1e-3 ? reach / shrink : 360
    longitudeE7 = Int32((place.longitude * 1e7).rounded())
    widthE7 = Int64(min(width, 360) * 1e7) + 2
    cosines = (shrink, cos(max(0, abs(place.latitude) - reach) * .pi / 180))
    isSmall = abs(place.latitude) < 80 && metres < 200_000
  }

  /// A quick look at the longitude that passes all that the circle holds.
  @inline(__always)
  func mayHold(_ presence: Presence) -> Bool {
    abs(Motion.eastward(longitudeE7, presence.longitudeE7)) <= widthE7
  }

  /// Whether a presence between `south` and `north` is in the circle.
  @inline(__always)
  func holds(_ presence: Presence) -> Bool {
    let other = Coordinate(latitude: Double(presence.latitudeE7) / 1e7, longitude: Double(presence.longitudeE7) / 1e7)
    let eastward = Motion.shortWay(other.longitude - place.longitude)
    guard abs(eastward) <= width else { return false }
    guard isSmall else { return Ellipsoid.greatCircleInMetres(place, other) <= metres }
    // At this range the plane is as good as the sphere, and far cheaper; most are decided without a cosine of their own.
    let north = (other.latitude - place.latitude) * 111_195
    let flat = eastward * 111_195
    let rest = metres * metres - north * north
    if flat * flat * cosines.least * cosines.least > rest + 1 { return false }
    if flat * flat * cosines.greatest * cosines.greatest < rest - 1 { return true }
    let east = flat * cos((other.latitude + place.latitude) * (.pi / 360))
    return north * north + east * east <= metres * metres
  }
}
