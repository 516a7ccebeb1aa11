/// What stands between backslashes before a sentence (NMEA 0183, 4.0 and later): whence it comes, and when.
struct TagBlock: Equatable, Sendable {
  /// The receiver's time in milliseconds since 1970.
  var time: Int64?
  /// The group of sentences that this one belongs to.
  var group: UInt32?

  /// Takes in a block's text, without its backslashes; false where its checksum is wrong.
  ///
  /// `c` is UNIX time, in seconds or finer by its magnitude; `T` a time in words counts where there is no `c`. A group is
  /// written `g:1-2-6056` or `1G2:6056`. Other keys, and what cannot be read, are passed over.
  mutating func take(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = text.count
    if let star = text.lastIndex(of: UInt8(ascii: "*")) {
      guard Checksum.isRight(text, star: star) else { return false }
      end = star
    }
    var start = 0
    var words: Int64?
    while start < end {
      var stop = start
      while stop < end, text[stop] != UInt8(ascii: ",") { stop += 1 }
      if let colon = (start..<stop).first(where: { text[$0] == UInt8(ascii: ":") }), colon > start {
        let value = UnsafeBufferPointer(rebasing: text[(colon + 1)..<stop])
        switch (colon - start, text[start]) {
        case (1, UInt8(ascii: "c")): time = TagBlock.unixTime(value) ?? time
        case (1, UInt8(ascii: "T")): words = TimeText.milliseconds(value)
        case (1, UInt8(ascii: "g")):
          let parts = value.split(separator: UInt8(ascii: "-"))
          if parts.count == 3 { group = TagBlock.number(parts[2]) ?? group }
        case (3..., _) where text[start..<colon].contains(UInt8(ascii: "G")):
          group = TagBlock.number(value[...]) ?? group
        default: break
        }
      }
      start = stop + 1
    }
    if time == nil { time = words }
    return true
  }

  /// Milliseconds since 1970 of UNIX time in seconds (10 digits), or milli-, micro- or nanoseconds.
  @inline(__always)
  static func unixTime(_ digits: UnsafeBufferPointer<UInt8>) -> Int64? {
    if digits.count == 10 {
      var seconds: Int64 = 0
      for digit in digits {
        guard digit &- 48 <= 9 else { return nil }
        seconds = seconds * 10 + Int64(digit &- 48)
      }
      return seconds * 1_000
    }
    return slowUnixTime(digits)
  }

  @inline(never)
  private static func slowUnixTime(_ digits: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard let first = digits.first, first &- 48 <= 9, digits.count >= 9, digits.prefix(9).allSatisfy({ $0 &- 48 <= 9 })
    else { return nil }
    return TimeText.milliseconds(digits)
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
    guard !digits.isEmpty, digits.count < 10, digits.allSatisfy({ $0 &- 48 <= 9 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + UInt32($1 &- 48) }
  }
}
