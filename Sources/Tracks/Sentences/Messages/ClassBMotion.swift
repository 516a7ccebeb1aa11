/// What types 18 and 19 begin with: who a class B ship is, where, and how it moves.
package struct ClassBMotion: Sendable, Equatable {
  /// How often it has been repeated, 0...3.
  package let repeatIndicator: Int
  /// Who sends.
  package let mmsi: UInt32
  /// Bits of no meaning.
  package let reserved: Int
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

  init(_ bits: PayloadBits) {
    repeatIndicator = Int(bits.unsigned(6, 2))
    mmsi = UInt32(bits.unsigned(8, 30))
    reserved = Int(bits.unsigned(38, 8))
    speed = Int(bits.unsigned(46, 10))
    isAccurate = bits.flag(56)
    longitude = Int(bits.signed(57, 28))
    latitude = Int(bits.signed(85, 27))
    course = Int(bits.unsigned(112, 12))
    heading = Int(bits.unsigned(124, 9))
    second = Int(bits.unsigned(133, 6))
  }
}
