/// Type 24, part A: what a ship is called.
package struct StaticDataPartA: Sendable, Equatable {
  /// How often it has been repeated, 0...3.
  package let repeatIndicator: Int
  /// Who sends.
  package let mmsi: UInt32
  /// What the ship is called.
  package let name: String

  init(_ bits: PayloadBits) {
    repeatIndicator = Int(bits.unsigned(6, 2))
    mmsi = UInt32(bits.unsigned(8, 30))
    name = bits.text(40, characters: 20)
  }
}
