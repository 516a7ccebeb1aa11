/// Types 1, 2 and 3: where a class A ship is.
package struct ClassAPosition: Sendable, Equatable {
  /// 1, 2 or 3, by how the ship was given its slot.
  package let type: Int
  /// How often it has been repeated, 0...3.
  package let repeatIndicator: Int
  /// Who sends.
  package let mmsi: UInt32
  /// Navigational status, 0...15 (15: not said).
  package let status: Int
  /// Rate of turn as coded, -128...127 (-128: not said).
  package let turn: Int
  /// Speed over ground in tenths of a knot (1023: not said).
  package let speed: Int
  /// Whether the position is good to 10 m.
  package let isAccurate: Bool
  /// Degrees east times 600,000 (108,600,000: not said).
  package let longitude: Int
  /// Degrees north times 600,000 (54,600,000: not said).
  package let latitude: Int
  /// Course over ground in tenths of a degree (3600: not said).
  package let course: Int
  /// Degrees (511: not said).
  package let heading: Int
  /// Second of the minute in UTC, 60...63 where there is none.
  package let second: Int
  /// Special manoeuvre, 0...2.
  package let manoeuvre: Int
  /// Whether integrity is monitored.
  package let isIntegrityMonitored: Bool
  /// State of the radio, as coded.
  package let radio: Int

  init(_ bits: PayloadBits, type: Int) {
    self.type = type
    repeatIndicator = Int(bits.unsigned(6, 2))
    mmsi = UInt32(bits.unsigned(8, 30))
    status = Int(bits.unsigned(38, 4))
    turn = Int(bits.signed(42, 8))
    speed = Int(bits.unsigned(50, 10))
    isAccurate = bits.flag(60)
    longitude = Int(bits.signed(61, 28))
    latitude = Int(bits.signed(89, 27))
    course = Int(bits.unsigned(116, 12))
    heading = Int(bits.unsigned(128, 9))
    second = Int(bits.unsigned(137, 6))
    manoeuvre = Int(bits.unsigned(143, 2))
    isIntegrityMonitored = bits.flag(148)
    radio = Int(bits.unsigned(149, 19))
  }
}
