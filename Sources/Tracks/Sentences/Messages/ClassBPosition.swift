/// Type 18: where a class B ship is.
package struct ClassBPosition: Sendable, Equatable {
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
  /// Bits of regional use.
  package let regional: Int
  /// Whether it waits for a free slot (CS) rather than reserving one.
  package let isCarrierSense: Bool
  /// Whether there is a display.
  package let hasDisplay: Bool
  /// Whether there is a radio for selective calls.
  package let hasDSC: Bool
  /// Whether the whole marine band can be used.
  package let hasBand: Bool
  /// Whether channels can be assigned by message 22.
  package let takesMessage22: Bool
  /// Whether a base station assigns the slots.
  package let isAssigned: Bool
  /// Whether integrity is monitored.
  package let isIntegrityMonitored: Bool
  /// State of the radio, as coded.
  package let radio: Int

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
    regional = Int(bits.unsigned(139, 2))
    isCarrierSense = bits.flag(141)
    hasDisplay = bits.flag(142)
    hasDSC = bits.flag(143)
    hasBand = bits.flag(144)
    takesMessage22 = bits.flag(145)
    isAssigned = bits.flag(146)
    isIntegrityMonitored = bits.flag(147)
    radio = Int(bits.unsigned(148, 20))
  }
}
