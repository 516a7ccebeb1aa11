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

  /// The nearest whole number, halves away from zero, of one whose size is below 2^52: without a call of the C library.
  @inline(__always)
  static func rounded(_ value: Double) -> Int {
    let whole = Int(value)
    let rest = value - Double(whole)
    return rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole
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
