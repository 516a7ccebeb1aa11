/// Type 24, part B: what a ship is.
package struct StaticDataPartB: Sendable, Equatable {
  /// How often it has been repeated, 0...3.
  package let repeatIndicator: Int
  /// Who sends.
  package let mmsi: UInt32
  /// Type of ship and cargo, 0...255.
  package let shipType: Int
  /// Who made the transmitter: three characters.
  package let vendor: String
  /// Which of the maker's models, 0...15.
  package let model: Int
  /// The transmitter's number.
  package let serial: Int
  /// What the radio is called by.
  package let callSign: String
  /// Size; nil for a craft that says which ship it belongs to.
  package let dimensions: VesselDimensions?
  /// The ship that a craft belongs to (98MIDxxxx); nil for others.
  package let motherShip: UInt32?

  init(_ bits: PayloadBits) {
    repeatIndicator = Int(bits.unsigned(6, 2))
    mmsi = UInt32(bits.unsigned(8, 30))
    shipType = Int(bits.unsigned(40, 8))
    vendor = bits.text(48, characters: 3)
    model = Int(bits.unsigned(66, 4))
    serial = Int(bits.unsigned(70, 20))
    callSign = bits.text(90, characters: 7)
    let isCraft = mmsi / 10_000_000 == 98
    dimensions = isCraft ? nil : VesselDimensions(bits, at: 132)
    motherShip = isCraft ? UInt32(bits.unsigned(132, 30)) : nil
  }
}
