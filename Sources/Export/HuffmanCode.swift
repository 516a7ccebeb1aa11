/// A prefix code of least cost, in deflate's canonical form (RFC 1951, 3.2.2).
struct HuffmanCode {
  /// Bits of each symbol's code; 0 for a symbol that does not occur.
  let lengths: [UInt8]
  /// The codes, the bit that is sent first in the lowest place.
  let codes: [UInt32]

  /// A complete code for symbols that occur so often, none longer than `limit` bits.
  ///
  /// Where fewer than two symbols occur, the first ones that do not get a code too, so that it is complete. Where
  /// the best code is too long the counts are halved until it is not.
  init(counts: [UInt32], limit: Int) {
    var counts = counts
    var spare = 2 - counts.count { $0 > 0 }
    for symbol in counts.indices where spare > 0 && counts[symbol] == 0 {
      counts[symbol] = 1
      spare -= 1
    }
    var lengths = Self.bestLengths(counts)
    while let longest = lengths.max(), longest > limit {
      for symbol in counts.indices where counts[symbol] > 0 { counts[symbol] = (counts[symbol] + 1) / 2 }
      lengths = Self.bestLengths(counts)
    }
    self.lengths = lengths
    codes = Self.canonicalCodes(lengths)
  }

  /// Huffman's lengths by two queues: the symbols in the order of their counts, and the pairs as they are made.
  private static func bestLengths(_ counts: [UInt32]) -> [UInt8] {
    var leaves: [UInt64] = []
    leaves.reserveCapacity(counts.count)
    for (symbol, count) in counts.enumerated() where count > 0 {
      leaves.append(UInt64(count) << 16 | UInt64(symbol))
    }
    leaves.sort()
    let leafCount = leaves.count
    var weights = leaves.map { $0 >> 16 }
    var parents = [Int](repeating: 0, count: 2 * leafCount - 1)
    var nextLeaf = 0
    var nextPair = leafCount
    for pair in leafCount..<2 * leafCount - 1 {
      var weight: UInt64 = 0
      for _ in 0..<2 {
        let takesLeaf = nextLeaf < leafCount && (nextPair == pair || weights[nextLeaf] <= weights[nextPair])
        let child = takesLeaf ? nextLeaf : nextPair
        if takesLeaf { nextLeaf += 1 } else { nextPair += 1 }
        weight += weights[child]
        parents[child] = pair
      }
      weights.append(weight)
    }
    var depths = [UInt8](repeating: 0, count: 2 * leafCount - 1)
    for node in stride(from: 2 * leafCount - 3, through: 0, by: -1) { depths[node] = depths[parents[node]] + 1 }
    var lengths = [UInt8](repeating: 0, count: counts.count)
    for (place, leaf) in leaves.enumerated() { lengths[Int(leaf & 0xFFFF)] = depths[place] }
    return lengths
  }

  private static func canonicalCodes(_ lengths: [UInt8]) -> [UInt32] {
    var next = [UInt32](repeating: 0, count: 17)
    for length in lengths where length > 0 { next[Int(length) + 1] += 1 }
    for length in 1...16 { next[length] = (next[length - 1] + next[length]) << 1 }
    return lengths.map { length in
      guard length > 0 else { return 0 }
      let code = next[Int(length)]
      next[Int(length)] += 1
      return reversed(code, bits: length)
    }
  }

  private static func reversed(_ code: UInt32, bits: UInt8) -> UInt32 {
    var rest = code
    var turned: UInt32 = 0
    for _ in 0..<bits {
      turned = turned << 1 | rest & 1
      rest >>= 1
    }
    return turned
  }
}
