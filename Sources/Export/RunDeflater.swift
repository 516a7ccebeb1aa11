import CDeflate

/// Deflate for pictures whose bytes repeat in runs and hardly in any other way: runs and one Huffman code, no search
/// for earlier matches.
///
/// A run is a literal and copies from one byte before it (RFC 1951, distance 1); everything goes into a single block
/// with its own code. The bytes depend on the input alone, not on a library's version or the processor. What it
/// saves against others is told at `TilePNGEncoder`.
struct RunDeflater: ~Copyable {
  /// What the block holds, in order: below 256 a literal, 256 + n a copy of n + 3 bytes.
  private var tokens: [UInt16]
  private var tokenCount = 0
  /// How often each token occurs; 512 values.
  private var counts = [UInt32](repeating: 0, count: 512)

  private static let shortestCopy = 3
  private static let longestCopy = 258
  private static let endOfBlock = 256

  /// A deflater of inputs of at most `capacity` bytes.
  init(capacity: Int) {
    tokens = [UInt16](repeating: 0, count: capacity)
  }

  /// The most bytes that `count` bytes of input can become.
  static func bound(_ count: Int) -> Int { 2 * count + 1024 }

  /// The input as a zlib stream (RFC 1950), written to the beginning of `output`.
  ///
  /// `output` must have room for `bound(input.count)` bytes, and `input` no more bytes than the capacity.
  ///
  /// - Returns: the number of bytes written.
  mutating func deflate(_ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>) -> Int {
    precondition(input.count <= tokens.count && output.count >= Self.bound(input.count))
    tokenize(input)
    var bits = BitWriter(output)
    // CMF and FLG: deflate, 32 kB window, no dictionary.
    bits.write(0x5E78, 16)
    writeBlock(to: &bits)
    bits.alignToByte()
    let adler = libdeflate_adler32(1, input.baseAddress, input.count)
    bits.write(UInt64(adler.byteSwapped), 32)
    return bits.finish()
  }

  private mutating func tokenize(_ input: UnsafeBufferPointer<UInt8>) {
    tokenCount = tokens.withUnsafeMutableBufferPointer { tokens in
      counts.withUnsafeMutableBufferPointer { counts in
        counts.update(repeating: 0)
        var count = 0
        func add(_ token: Int) {
          tokens[count] = UInt16(truncatingIfNeeded: token)
          counts[token] &+= 1
          count &+= 1
        }
        let bytes = UnsafeRawBufferPointer(input)
        var place = 0
        while place < bytes.count {
          let byte = bytes[place]
          add(Int(byte))
          place &+= 1
          let end = bytes.endOfRun(of: byte, from: place)
          var rest = end &- place
          if rest == 0 { continue }
          place = end
          while rest >= Self.longestCopy {
            add(256 + Self.longestCopy - Self.shortestCopy)
            rest &-= Self.longestCopy
          }
          if rest >= Self.shortestCopy {
            add(256 + rest - Self.shortestCopy)
          } else {
            for _ in 0..<rest { add(Int(byte)) }
          }
        }
        return count
      }
    }
  }

  /// One final block with its own code.
  private borrowing func writeBlock(to bits: inout BitWriter) {
    var symbolCounts = [UInt32](repeating: 0, count: 286)
    for literal in 0..<256 { symbolCounts[literal] = counts[literal] }
    symbolCounts[Self.endOfBlock] = 1
    for copy in 0..<256 { symbolCounts[CopyLength.table[copy].symbol] += counts[256 + copy] }
    let code = HuffmanCode(counts: symbolCounts, limit: 15)
    // Only the first distance is used; a second of the same length makes the code complete, which all decoders take.
    let distances: [UInt8] = [1, 1]
    bits.write(0b101, 3)
    CodeLengths(literals: code.lengths, distances: distances).write(to: &bits)

    var packed = [UInt32](repeating: 0, count: 512)
    for literal in 0..<256 {
      packed[literal] = code.codes[literal] | UInt32(code.lengths[literal]) << 24
    }
    for copy in 0..<256 {
      let length = CopyLength.table[copy]
      let codeBits = UInt32(code.lengths[length.symbol])
      // The distance's code is a single 0 bit behind the extra bits.
      packed[256 + copy] =
        code.codes[length.symbol] | UInt32(length.extra) << codeBits
        | (codeBits + UInt32(length.extraBits) + 1) << 24
    }
    packed.withUnsafeBufferPointer { packed in
      tokens.withUnsafeBufferPointer { tokens in
        for token in tokens[..<tokenCount] {
          let word = packed[Int(token)]
          bits.write(UInt64(word & 0xFF_FFFF), Int(word >> 24))
        }
      }
    }
    bits.write(UInt64(code.codes[Self.endOfBlock]), Int(code.lengths[Self.endOfBlock]))
  }
}

/// How RFC 1951 spells a copy's length: a symbol and extra bits.
private struct CopyLength {
  /// 257...285.
  let symbol: Int
  let extra: Int
  let extraBits: Int

  /// The lengths 3...258.
  static let table: [CopyLength] = {
    var lengths: [CopyLength] = []
    for symbol in 257..<285 {
      let extraBits = symbol < 265 ? 0 : (symbol - 261) / 4
      for extra in 0..<1 << extraBits where lengths.count < 255 {
        lengths.append(CopyLength(symbol: symbol, extra: extra, extraBits: extraBits))
      }
    }
    return lengths + [CopyLength(symbol: 285, extra: 0, extraBits: 0)]
  }()
}
