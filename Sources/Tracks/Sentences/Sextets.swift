/// The six bits that each character of a payload stands for (ITU-R M.1371-5, IEC 61162-1: payload armouring).
enum Sextets {
  /// What stands for a character that means nothing.
  static let invalid: UInt8 = 0x80

  /// By character: its six bits, or `invalid`.
  static let table: [UInt8] = (0..<256).map { sextet(UInt8($0)) }

  /// The six bits of a character, or `invalid`.
  @inline(__always)
  static func sextet(_ character: UInt8) -> UInt8 {
    switch character {
    case 48...87: character &- 48
    case 96...119: character &- 56
    default: invalid
    }
  }

  /// The character of six bits as names and destinations are written: `@` and letters, then blank, signs and digits.
  static func character(_ sextet: UInt8) -> UInt8 { sextet < 32 ? sextet + 64 : sextet }
}
