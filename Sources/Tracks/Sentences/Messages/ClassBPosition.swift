/// Type 18: where a class B ship is.
package struct ClassBPosition: Sendable, Equatable {
  /// Who and where the ship is, and how it moves.
  package let motion: ClassBMotion
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
    motion = ClassBMotion(bits)
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
