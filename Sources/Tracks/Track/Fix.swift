import Geography

/// One reported position of a vessel in 16 bytes; whose it is stands in the order it is kept in.
@usableFromInline
package struct Fix: Sendable, Equatable {
  /// Milliseconds since 1970-01-01T00:00:00Z in the upper 42 bits (to 2109), then speed in tenths of a knot in
  /// 10 bits and course in tenths of a degree in 12, both as AIS sends them (1023 and 3600: not available).
  @usableFromInline package let stamp: UInt64
  /// Latitude in units of 1e-7 degrees north.
  @usableFromInline package let latitudeE7: Int32
  /// Longitude in units of 1e-7 degrees east, -180...180 degrees.
  @usableFromInline package let longitudeE7: Int32

  /// The first millisecond that a fix cannot hold: 2^42, in the year 2109.
  package static let endOfTime: Int64 = 1 << 42
  /// The speed that says "not available".
  @usableFromInline package static let noSpeed: UInt64 = 1023
  /// The course that says "not available".
  @usableFromInline package static let noCourse: UInt64 = 3600

  /// The course of a fix to which no voyage leads from the one before; it says "not available" besides.
  @usableFromInline package static let beginsPiece: UInt64 = 4095

  /// A fix from milliseconds since 1970 (0..<2^42), a position, and speed and course as AIS codes them.
  @inlinable
  package init(
    milliseconds: Int64, latitudeE7: Int32, longitudeE7: Int32,
    speedInTenths: UInt64 = Fix.noSpeed, courseInTenths: UInt64 = Fix.noCourse
  ) {
    self.stamp =
      UInt64(bitPattern: milliseconds) << 22 | (speedInTenths & 1023) << 12 | (courseInTenths & 4095)
    self.latitudeE7 = latitudeE7
    self.longitudeE7 = longitudeE7
  }

  /// Milliseconds since 1970-01-01T00:00:00Z.
  @inlinable package var milliseconds: Int64 { Int64(bitPattern: stamp >> 22) }

  /// Whether no voyage leads here from the fix before: the first of a piece of a track that its file itself divides.
  @inlinable package var isFirstOfPiece: Bool { stamp & 4095 == Fix.beginsPiece }

  /// The same fix as the first of a piece; its course is given up for that.
  var asFirstOfPiece: Fix {
    Fix(
      milliseconds: milliseconds, latitudeE7: latitudeE7, longitudeE7: longitudeE7,
      speedInTenths: stamp >> 12 & 1023, courseInTenths: Fix.beginsPiece)
  }

  /// The same place and time alone.
  var withoutSpeedAndCourse: Fix {
    Fix(milliseconds: milliseconds, latitudeE7: latitudeE7, longitudeE7: longitudeE7)
  }

  /// Speed over ground in knots, where the ship said it.
  package var speedInKnots: Double? {
    let tenths = stamp >> 12 & 1023
    return tenths == Fix.noSpeed ? nil : Double(tenths) / 10
  }

  /// Course over ground in degrees, where the ship said it.
  package var courseInDegrees: Double? {
    let tenths = stamp & 4095
    return tenths >= Fix.noCourse ? nil : Double(tenths) / 10
  }

  /// Degrees north.
  @inlinable package var latitude: Double { Double(latitudeE7) / 1e7 }

  /// Degrees east.
  @inlinable package var longitude: Double { Double(longitudeE7) / 1e7 }

  /// The position.
  package var coordinate: Coordinate { Coordinate(latitude: latitude, longitude: longitude) }

  /// The position as one number, for telling positions apart and putting them in order.
  @inlinable package var place: UInt64 {
    UInt64(UInt32(bitPattern: latitudeE7 ^ .min)) << 32 | UInt64(UInt32(bitPattern: longitudeE7 ^ .min))
  }

  /// Time first, then latitude, longitude, speed and course: an order in which nothing is left to chance.
  @inlinable
  package static func precedes(_ a: Fix, _ b: Fix) -> Bool {
    let (timeA, timeB) = (a.stamp >> 22, b.stamp >> 22)
    if timeA != timeB { return timeA < timeB }
    if a.place != b.place { return a.place < b.place }
    return a.stamp < b.stamp
  }
}
