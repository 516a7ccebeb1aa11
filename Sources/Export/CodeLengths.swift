/// The two codes of a deflate block as their lengths, run-length coded and Huffman coded (RFC 1951, 3.2.7).
struct CodeLengths {
  private struct Entry {
    let symbol: UInt8
    let extra: UInt8
    let extraBits: Int
  }

  private let literalCount: Int
  private let distanceCount: Int
  private let entries: [Entry]

  /// The order in which the lengths of the lengths' own code stand.
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// The lengths of the code of literals and copies, at least 257 and at most 286, and of distances, 1...30.
  init(literals: [UInt8], distances: [UInt8]) {
    literalCount = max(257, (literals.lastIndex { $0 > 0 } ?? 0) + 1)
    distanceCount = distances.count
    entries = Self.entries(literals[..<literalCount] + distances)
  }

  private static func entries(_ lengths: ArraySlice<UInt8>) -> [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(lengths.count)
    var place = lengths.startIndex
    while place < lengths.endIndex {
      let length = lengths[place]
      var end = place + 1
      while end < lengths.endIndex, lengths[end] == length { end += 1 }
      var rest = end - place
      place = end
      if length > 0 {
        entries.append(Entry(symbol: length, extra: 0, extraBits: 0))
        rest -= 1
      }
      while rest >= 3 {
        let part = min(rest, length > 0 ? 6 : 138)
        if length > 0 {
          entries.append(Entry(symbol: 16, extra: UInt8(part - 3), extraBits: 2))
        } else if part <= 10 {
          entries.append(Entry(symbol: 17, extra: UInt8(part - 3), extraBits: 3))
        } else {
          entries.append(Entry(symbol: 18, extra: UInt8(part - 11), extraBits: 7))
        }
        rest -= part
      }
      for _ in 0..<rest { entries.append(Entry(symbol: length, extra: 0, extraBits: 0)) }
    }
    return entries
  }

  /// Writes HLIT, HDIST, HCLEN and what follows them.
  func write(to bits: inout BitWriter) {
    var counts = [UInt32](repeating: 0, count: 19)
    for entry in entries { counts[Int(entry.symbol)] += 1 }
    let code = HuffmanCode(counts: counts, limit: 7)
    let orderCount = max(4, (Self.order.lastIndex { code.lengths[$0] > 0 } ?? 0) + 1)
    bits.write(UInt64(literalCount - 257), 5)
    bits.write(UInt64(distanceCount - 1), 5)
    bits.write(UInt64(orderCount - 4), 4)
    for symbol in Self.order[..<orderCount] { bits.write(UInt64(code.lengths[symbol]), 3) }
    for entry in entries {
      let length = Int(code.lengths[Int(entry.symbol)])
      bits.write(
        UInt64(code.codes[Int(entry.symbol)]) | UInt64(entry.extra) << UInt64(length), length + entry.extraBits)
    }
  }
}
