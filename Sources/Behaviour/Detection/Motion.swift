import Geography
import Platform
import Tracks

/// Movement along observed legs: straight and even between two fixes, the short way round the earth.
enum Motion {
  /// Units of 1e-7 degrees in a whole turn.
  static let turn: Int64 = 3_600_000_000

  /// The eastward way from one longitude to another in units of 1e-7 degrees, the short way round.
  @inline(__always)
  static func eastward(_ from: Int32, _ to: Int32) -> Int64 {
    var difference = Int64(to) - Int64(from)
    if difference > turn / 2 { difference -= turn } else if difference < -turn / 2 { difference += turn }
    return difference
  }

  /// A difference of two longitudes in degrees, each in -180...180, the short way round.
  @inline(__always)
  static func shortWay(_ degrees: Double) -> Double {
    degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees
  }

  /// Where a vessel is at an instant between two fixes, both ends inclusive; degrees, longitude -180...180.
  @inline(__always)
  static func place(_ a: Fix, _ b: Fix, at milliseconds: Double) -> Coordinate {
    let duration = Double(b.milliseconds - a.milliseconds)
    let share = duration > 0 ? (milliseconds - Double(a.milliseconds)) / duration : 0
    let north = Double(b.latitudeE7) - Double(a.latitudeE7)
    let latitude = (Double(a.latitudeE7) + north * share) * 1e-7
    var longitude = (Double(a.longitudeE7) + Double(eastward(a.longitudeE7, b.longitudeE7)) * share) * 1e-7
    if longitude > 180 { longitude -= 360 } else if longitude < -180 { longitude += 360 }
    return Coordinate(latitude: latitude, longitude: longitude)
  }
}

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

/// The mean of places, longitudes the short way round from the first.
struct MeanPlace {
  private var first: Coordinate?
  private var north = 0.0
  private var east = 0.0
  private var count = 0.0

  /// Takes in a place.
  mutating func add(_ place: Coordinate) {
    let first = self.first ?? place
    self.first = first
    north += place.latitude
    east += Motion.shortWay(place.longitude - first.longitude)
    count += 1
  }

  /// The mean; nil of nothing.
  var place: Coordinate? {
    guard let first else { return nil }
    return Coordinate(
      latitude: north / count, longitude: BoundingBox.wrapped(first.longitude + east / count))
  }
}

extension Array where Element == Double {
  /// The middle value, of an even number the mean of the two in the middle; nil of nothing.
  var median: Double? {
    guard !isEmpty else { return nil }
    let sorted = self.sorted()
    let middle = count / 2
    return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}

/// Knots of a distance in metres over milliseconds.
@inline(__always)
func knots(_ metres: Double, _ milliseconds: Double) -> Double {
  milliseconds > 0 ? metres / 1852 / (milliseconds / 3_600_000) : 0
}

extension Fix {
  /// The position.
  package var coordinate: Coordinate { Coordinate(latitude: latitude, longitude: longitude) }
}
