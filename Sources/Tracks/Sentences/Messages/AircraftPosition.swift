/// Type 9: where a search-and-rescue aircraft is.
package struct AircraftPosition: Sendable, Equatable {
  /// How often it has been repeated, 0...3.
  package let repeatIndicator: Int
  /// Who sends.
  package let mmsi: UInt32
  /// Metres (4095: not said, 4094: that or more).
  package let altitude: Int
  /// Speed over ground in knots (1023: not said).
  package let speed: Int
  /// Whether the position is good to 10 m.
  package let isAccurate: Bool
  /// Degrees east times 600,000.
  package let longitude: Int
  /// Degrees north times 600,000.
  package let latitude: Int
  /// Course over ground in tenths of a degree (3600: not said).
  package let course: Int
  /// Second of the minute in UTC, 60...63 where there is none.
  package let second: Int
  /// Bits of regional use.
  package let regional: Int
  /// Whether there is no terminal for data.
  package let lacksTerminal: Bool
  /// Whether a base station assigns the slots.
  package let isAssigned: Bool
  /// Whether integrity is monitored.
  package let isIntegrityMonitored: Bool
  /// State of the radio, as coded.
  package let radio: Int

  init(_ bits: PayloadBits) {
    repeatIndicator = Int(bits.unsigned(6, 2))
    mmsi = UInt32(bits.unsigned(8, 30))
    altitude = Int(bits.unsigned(38, 12))
    speed = Int(bits.unsigned(50, 10))
    isAccurate = bits.flag(60)
    longitude = Int(bits.signed(61, 28))
    latitude = Int(bits.signed(89, 27))
    course = Int(bits.unsigned(116, 12))
    second = Int(bits.unsigned(128, 6))
    regional = Int(bits.unsigned(134, 8))
    lacksTerminal = bits.flag(142)
    isAssigned = bits.flag(146)
    isIntegrityMonitored = bits.flag(147)
    radio = Int(bits.unsigned(148, 20))
  }
}
