/// Type 19: where a class B ship is, and what it is.
package struct ExtendedClassBReport: Sendable, Equatable {
  /// Who and where the ship is, and how it moves.
  package let motion: ClassBMotion
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
    motion = ClassBMotion(bits)
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
