/// Where a vessel says it is, as far as a track needs it; without a time, which the message does not hold.
struct PositionReport: Equatable, Sendable {
  let mmsi: UInt32
  /// Units of 1e-7 degrees north.
  let latitudeE7: Int32
  /// Units of 1e-7 degrees east.
  let longitudeE7: Int32
  /// Tenths of a knot, as a fix keeps it.
  let speed: UInt64
  /// Tenths of a degree, as a fix keeps it.
  let course: UInt64
  /// Second of the minute in UTC, 60...63 where there is none.
  let second: UInt8

  /// A report from degrees in units of which `unitsInDegree` make one, speed and course in tenths; nil where that is no
  /// place on earth.
  ///
  /// 1e-7 degrees are not a multiple of what is sent; halves are rounded away from zero.
  init?(
    mmsi: UInt32, latitude: Int, longitude: Int, unitsInDegree: Int, speed: Int, course: Int, second: Int
  ) {
    guard abs(latitude) <= 90 * unitsInDegree, abs(longitude) <= 180 * unitsInDegree else { return nil }
    self.mmsi = mmsi
    latitudeE7 = PositionReport.e7(latitude, unitsInDegree)
    longitudeE7 = PositionReport.e7(longitude, unitsInDegree)
    self.speed = RowReading.speed(Int64(speed))
    self.course = RowReading.course(Int64(course))
    self.second = UInt8(truncatingIfNeeded: second)
  }

  @inline(__always)
  private static func e7(_ value: Int, _ unitsInDegree: Int) -> Int32 {
    let (scaled, half) = (value * 10_000_000, unitsInDegree / 2)
    return Int32(truncatingIfNeeded: (scaled >= 0 ? scaled + half : scaled - half) / unitsInDegree)
  }

  /// The fix of the report at an instant in milliseconds since 1970.
  func fix(at milliseconds: Int64) -> Fix {
    Fix(
      milliseconds: milliseconds, latitudeE7: latitudeE7, longitudeE7: longitudeE7, speedInTenths: speed,
      courseInTenths: course)
  }
}
