/// Type 5: what a class A ship is and where it is bound.
package struct StaticAndVoyageData: Sendable, Equatable {
  /// How often it has been repeated, 0...3.
  package let repeatIndicator: Int
  /// Who sends.
  package let mmsi: UInt32
  /// Version of the standard, 0...3.
  package let version: Int
  /// Number of the hull (0: not said).
  package let imo: UInt32
  /// What the radio is called by.
  package let callSign: String
  /// What the ship is called.
  package let name: String
  /// Type of ship and cargo, 0...255.
  package let shipType: Int
  /// Size.
  package let dimensions: VesselDimensions
  /// Kind of the position-fixing device, 0...15.
  package let positionDevice: Int
  /// Month of arrival (0: not said).
  package let arrivalMonth: Int
  /// Day of arrival (0: not said).
  package let arrivalDay: Int
  /// Hour of arrival (24: not said).
  package let arrivalHour: Int
  /// Minute of arrival (60: not said).
  package let arrivalMinute: Int
  /// Tenths of a metre (0: not said).
  package let draught: Int
  /// Where the ship is bound.
  package let destination: String
  /// Whether there is no terminal for data.
  package let lacksTerminal: Bool

  init(_ bits: PayloadBits) {
    repeatIndicator = Int(bits.unsigned(6, 2))
    mmsi = UInt32(bits.unsigned(8, 30))
    version = Int(bits.unsigned(38, 2))
    imo = UInt32(bits.unsigned(40, 30))
    callSign = bits.text(70, characters: 7)
    name = bits.text(112, characters: 20)
    shipType = Int(bits.unsigned(232, 8))
    dimensions = VesselDimensions(bits, at: 240)
    positionDevice = Int(bits.unsigned(270, 4))
    arrivalMonth = Int(bits.unsigned(274, 4))
    arrivalDay = Int(bits.unsigned(278, 5))
    arrivalHour = Int(bits.unsigned(283, 5))
    arrivalMinute = Int(bits.unsigned(288, 6))
    draught = Int(bits.unsigned(294, 8))
    destination = bits.text(302, characters: 20)
    lacksTerminal = bits.flag(422)
  }
}
