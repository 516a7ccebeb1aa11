/// The pairs of a font's `kern` table (OpenType 1.9, format 0 of version 0), in font units.
struct KerningTable: Sendable {
  /// Pairs as left glyph in the upper and right glyph in the lower half, rising.
  private var pairs: [UInt32] = []
  private var values: [Int16] = []

  /// Decodes a table's bytes; one that is not understood has no pairs.
  ///
  /// The count of pairs is taken from the table's size: its 16-bit length overflows in fonts of many pairs.
  init(_ table: [UInt8]) {
    func half(_ offset: Int) -> UInt16 { UInt16(table[offset]) << 8 | UInt16(table[offset + 1]) }
    let header = 18
    guard table.count >= header, half(0) == 0, half(2) >= 1, half(8) & 0xFF01 == 1 else { return }
    let count = min(Int(half(10)), (table.count - header) / 6)
    pairs.reserveCapacity(count)
    values.reserveCapacity(count)
    for index in 0..<count {
      let offset = header + index * 6
      pairs.append(UInt32(half(offset)) << 16 | UInt32(half(offset + 2)))
      values.append(Int16(bitPattern: half(offset + 4)))
    }
  }

  /// The extra distance between two glyphs, 0 where the table has no such pair.
  func value(left: Int, right: Int) -> Int {
    let pair = UInt32(truncatingIfNeeded: left) << 16 | UInt32(truncatingIfNeeded: right & 0xFFFF)
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle] < pair { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count && pairs[low] == pair ? Int(values[low]) : 0
  }
}
