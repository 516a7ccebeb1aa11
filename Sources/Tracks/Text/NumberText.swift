import Platform

/// Reads numbers from table fields; exact in decimal, so that no rounding depends on the platform.
enum NumberText {
  /// A decimal number in units of 10^-`places`, rounded half away from zero; nil for anything else.
  ///
  /// A comma is read as the decimal point where `allowsComma`. An exponent is read through `strtod`.
  static func scaled(_ bytes: [UInt8], places: Int, allowsComma: Bool) -> Int64? {
    scaled(bytes[...], places: places, allowsComma: allowsComma)
  }

  /// The same of a part of an array.
  static func scaled(_ bytes: ArraySlice<UInt8>, places: Int, allowsComma: Bool) -> Int64? {
    var index = bytes.startIndex
    let end = bytes.endIndex
    var isNegative = false
    if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    var value: Int64 = 0
    var digits = 0
    while index < end, bytes[index] &- 48 <= 9 {
      guard digits < 10 else { return nil }
      value = value * 10 + Int64(bytes[index] - 48)
      digits += 1
      index += 1
    }
    var decimals = 0
    var roundsUp = false
    if index < end, bytes[index] == UInt8(ascii: ".") || (allowsComma && bytes[index] == UInt8(ascii: ",")) {
      index += 1
      while index < end, bytes[index] &- 48 <= 9 {
        if decimals < places {
          value = value * 10 + Int64(bytes[index] - 48)
        } else if decimals == places {
          roundsUp = bytes[index] >= 53
        }
        decimals += 1
        digits += 1
        index += 1
      }
    }
    guard digits > 0 else { return nil }
    if index < end {
      guard bytes[index] | 32 == UInt8(ascii: "e") else { return nil }
      return throughDouble(bytes, places: places)
    }
    for _ in 0..<max(0, places - decimals) { value *= 10 }
    if roundsUp { value += 1 }
    return isNegative ? -value : value
  }

  private static func throughDouble(_ bytes: ArraySlice<UInt8>, places: Int) -> Int64? {
    guard let number = Double(String(decoding: bytes, as: UTF8.self)), number.isFinite, abs(number) < 1e9
    else { return nil }
    return Int64((number * pow(10, Double(places))).rounded(.toNearestOrAwayFromZero))
  }

  /// A whole number of at most ten digits, with how many digits it was written; a fraction of zeros (`219000001.0`,
  /// as tables that went through a spreadsheet have it) is let pass.
  /// An exponent is read where every digit is written, see `withoutExponent`.
  static func whole(_ bytes: some Collection<UInt8>) -> (value: UInt64, digits: Int)? {
    if let plain = withoutExponent(bytes) { return whole(plain) }
    var value: UInt64 = 0
    var digits = 0
    for byte in bytes {
      guard byte &- 48 <= 9 else { break }
      guard digits < 10 else { return nil }
      value = value * 10 + UInt64(byte - 48)
      digits += 1
    }
    guard digits > 0 else { return nil }
    if digits < bytes.count {
      let rest = bytes.dropFirst(digits)
      guard rest.first == UInt8(ascii: "."), rest.dropFirst().allSatisfy({ $0 == 48 }) else { return nil }
    }
    return (value, digits)
  }

  /// A number such as `2.19018000e+08` without its exponent, `219018000.`; nil for anything else.
  ///
  /// A number with fewer decimals than its exponent is none: a spreadsheet has rounded it, and `2.19E+08` is many ships.
  static func withoutExponent(_ bytes: some Collection<UInt8>) -> [UInt8]? {
    guard let first = bytes.first, first &- 48 <= 9,
      let mark = bytes.firstIndex(where: { $0 | 32 == UInt8(ascii: "e") })
    else { return nil }
    let mantissa = bytes[..<mark]
    var exponent = bytes[mark...].dropFirst()
    if exponent.first == UInt8(ascii: "+") { exponent = exponent.dropFirst() }
    guard mantissa.dropFirst().first == UInt8(ascii: "."), (1...2).contains(exponent.count),
      exponent.allSatisfy({ $0 &- 48 <= 9 })
    else { return nil }
    let decimals = mantissa.dropFirst(2)
    let places = exponent.reduce(0) { 10 * $0 + Int($1 - 48) }
    guard decimals.count >= places, decimals.allSatisfy({ $0 &- 48 <= 9 }) else { return nil }
    let plain = [first] + decimals.prefix(places) + [UInt8(ascii: ".")] + decimals.dropFirst(places)
    return decimals.count == places ? plain + [48] : plain
  }
}
