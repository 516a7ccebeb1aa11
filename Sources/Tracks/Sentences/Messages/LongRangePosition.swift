/// Type 27: where a ship is, as it is told to satellites.
package struct LongRangePosition: Sendable, Equatable {
  /// How often it has been repeated, 0...3.
  package let repeatIndicator: Int
  /// Who sends.
  package let mmsi: UInt32
  /// Whether the position is good to 10 m.
  package let isAccurate: Bool
  /// Whether integrity is monitored.
  package let isIntegrityMonitored: Bool
  /// Navigational status, 0...15 (15: not said).
  package let status: Int
  /// Degrees east times 600 (108,600: not said).
  package let longitude: Int
  /// Degrees north times 600 (54,600: not said).
  package let latitude: Int
  /// Speed over ground in knots (63: not said).
  package let speed: Int
  /// Course over ground in degrees (511: not said).
  package let course: Int
  /// Whether the position is older than five seconds.
  package let isLate: Bool

  init(_ bits: PayloadBits) {
    repeatIndicator = Int(bits.unsigned(6, 2))
    mmsi = UInt32(bits.unsigned(8, 30))
    isAccurate = bits.flag(38)
    isIntegrityMonitored = bits.flag(39)
    status = Int(bits.unsigned(40, 4))
    longitude = Int(bits.signed(44, 18))
    latitude = Int(bits.signed(62, 17))
    speed = Int(bits.unsigned(79, 6))
    course = Int(bits.unsigned(85, 9))
    isLate = bits.flag(94)
  }
}
