/// Type 19: where a class B ship is, and what it is.
package struct ExtendedClassBReport: Sendable, Equatable {
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
  /// What the ship is called.
  package let name: String
  /// Type of ship and cargo, 0...255.
  package let shipType: Int
  /// Size.
  package let dimensions: VesselDimensions
  /// Kind of the position-fixing device, 0...15.
  package let positionDevice: Int
  /// Whether integrity is monitored.
  package let isIntegrityMonitored: Bool
  /// Whether there is no terminal for data.
  package let lacksTerminal: Bool
  /// Whether a base station assigns the slots.
  package let isAssigned: Bool

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
    regional = Int(bits.unsigned(139, 4))
    name = bits.text(143, characters: 20)
    shipType = Int(bits.unsigned(263, 8))
    dimensions = VesselDimensions(bits, at: 271)
    positionDevice = Int(bits.unsigned(301, 4))
    isIntegrityMonitored = bits.flag(305)
    lacksTerminal = bits.flag(306)
    isAssigned = bits.flag(307)
  }
}
