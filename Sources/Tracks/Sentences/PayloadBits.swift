/// The bits of a message, the first sent in front.
package struct PayloadBits: Sendable, Equatable {
  private var sextets: [UInt8] = []
  /// How many bits there are.
  package private(set) var count = 0

  /// The bits of payloads one behind the other; `fill` of the last one's (0...5) mean nothing.
  ///
  /// Nil where a character means nothing or there is more fill than payload.
  package init?(_ payload: some Collection<UInt8>, fill: Int) {
    sextets.reserveCapacity(payload.count)
    for character in payload {
      let sextet = Sextets.table[Int(character)]
      guard sextet != Sextets.invalid else { return nil }
      sextets.append(sextet)
    }
    guard (0...5).contains(fill), sextets.count * 6 >= fill else { return nil }
    count = sextets.count * 6 - fill
  }

  /// A number without sign of at most 56 bits; bits behind the end are 0.
  package func unsigned(_ start: Int, _ length: Int) -> UInt64 {
    var value: UInt64 = 0
    var sextet = start / 6
    var have = 0
    let lead = start % 6
    while have < lead + length {
      value = value << 6 | UInt64(sextet < sextets.count ? sextets[sextet] : 0)
      sextet += 1
      have += 6
    }
    let tail = UInt64(have - lead - length)
    let shown = value >> tail & (1 << UInt64(length) - 1)
    // Fill bits count as not sent, whatever they hold.
    let missing = max(0, start + length - count)
    return missing >= length ? 0 : (shown >> UInt64(missing)) << UInt64(missing)
  }

  /// A number in two's complement of at most 56 bits.
  package func signed(_ start: Int, _ length: Int) -> Int64 {
    let value = Int64(bitPattern: unsigned(start, length))
    return value >> Int64(length - 1) & 1 == 1 ? value - 1 << Int64(length) : value
  }

  /// One bit.
  package func flag(_ start: Int) -> Bool { unsigned(start, 1) == 1 }

  /// A text of six-bit characters, cut at the first `@` and without blanks at its end.
  package func text(_ start: Int, characters: Int) -> String {
    var bytes: [UInt8] = []
    for index in 0..<characters where start + index * 6 + 6 <= count {
      let character = Sextets.character(UInt8(unsigned(start + index * 6, 6)))
      if character == UInt8(ascii: "@") { break }
      bytes.append(character)
    }
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
