/// Puts the checksums of a log's sentences and tag blocks right, so that what stands in them is looked at: no fuzzer finds
/// them by itself, and behind a wrong one nothing is tried.
enum SealedSentences {
  /// The same bytes with the two digits behind each asterisk put right, where there are two.
  static func of(_ bytes: [UInt8]) -> [UInt8] {
    var sealed = bytes
    var isInside = false
    var sum: UInt8 = 0
    var place = 0
    while place < sealed.count {
      let byte = sealed[place]
      switch byte {
      case UInt8(ascii: "\n"): isInside = false
      case UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "\\"):
        (isInside, sum) = (true, 0)
      case UInt8(ascii: "*") where isInside:
        if place + 2 < sealed.count, !sealed[(place + 1)...(place + 2)].contains(UInt8(ascii: "\n")) {
          sealed[place + 1] = digit(sum >> 4)
          sealed[place + 2] = digit(sum & 15)
          place += 2
        }
        isInside = false
      default: sum ^= byte
      }
      place += 1
    }
    return sealed
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 55 + value }
}
