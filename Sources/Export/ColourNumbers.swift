/// Colours numbered in the order in which they are first met, at most 256.
struct ColourNumbers {
  /// The colours by number.
  private(set) var entries: [PaletteEntry] = []
  /// Four slots for each colour, probed in turn: the colour, and above it its number plus one; 0 is free.
  private var slots = [UInt64](repeating: 0, count: 1024)

  /// The number of a colour, given one where it is new; nil for the 257th.
  mutating func number(of entry: PaletteEntry) -> UInt8? {
    let bits = entry.bits
    var slot = Int(truncatingIfNeeded: (bits &* 0x9E37_79B1) >> 22)
    while slots[slot] != 0 {
      if UInt32(truncatingIfNeeded: slots[slot]) == bits { return UInt8(truncatingIfNeeded: (slots[slot] >> 32) - 1) }
      slot = (slot + 1) & 1023
    }
    guard entries.count < 256 else { return nil }
    entries.append(entry)
    slots[slot] = UInt64(entries.count) << 32 | UInt64(bits)
    return UInt8(truncatingIfNeeded: entries.count - 1)
  }
}

extension PaletteEntry {
  /// The channels as four bytes in memory would be read: red lowest, alpha highest.
  var bits: UInt32 { UInt32(red) | UInt32(green) << 8 | UInt32(blue) << 16 | UInt32(alpha) << 24 }

  /// The colour of `bits`.
  init(bits: UInt32) {
    self.init(
      red: UInt8(truncatingIfNeeded: bits), green: UInt8(truncatingIfNeeded: bits >> 8),
      blue: UInt8(truncatingIfNeeded: bits >> 16), alpha: UInt8(truncatingIfNeeded: bits >> 24))
  }
}
