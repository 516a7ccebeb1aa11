import Platform

extension ScaleTicks {
  /// A positive number in at most six significant digits: thin spaces (U+2009) between thousands, and beyond
  /// 10^-6...10^9 an exponent ("5e-7", "1.25e12").
  package static func label(_ value: Double) -> String {
    guard value > 0, value < .infinity else { return value == 0 ? "0" : "–" }
    var exponent = decade(value)
    var number = scaled(value, by: 5 - exponent).rounded()
    if number >= 1e6 {
      exponent += 1
      number = scaled(value, by: 5 - exponent).rounded()
    }
    var digits = Array(String(Int(number)))
    while digits.count > 1, digits.last == "0" { digits.removeLast() }

    if exponent < -6 || exponent >= 9 {
      var mantissa = String(digits[0])
      if digits.count > 1 { mantissa += "." + String(digits[1...]) }
      return mantissa + "e" + String(exponent)
    }
    if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + String(digits) }
    while digits.count <= exponent { digits.append("0") }
    let fraction = String(digits[(exponent + 1)...])
    return grouped(digits[...exponent]) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The power of ten at or below a positive number.
  static func decade(_ value: Double) -> Int {
    let guess = Int(log10(value).rounded(.down))
    if decimal(1, guess + 1) <= value { return guess + 1 }
    return decimal(1, guess) > value ? guess - 1 : guess
  }

  /// digits x 10^decade, the nearest Double for decades in -22...22.
  static func decimal(_ digits: Int, _ decade: Int) -> Double {
    scaled(Double(digits), by: decade)
  }

  private static func scaled(_ value: Double, by decade: Int) -> Double {
    guard abs(decade) <= 22 else {
      // In two steps, since 10^decade itself may be beyond a Double.
      return value * pow(10, Double(decade / 2)) * pow(10, Double(decade - decade / 2))
    }
    // Powers of ten up to 10^22 are exact, so that one rounding remains.
    var power = 1.0
    for _ in 0..<abs(decade) { power *= 10 }
    return decade < 0 ? value / power : value * power
  }

  private static func grouped(_ digits: ArraySlice<Character>) -> String {
    var text = ""
    for (place, digit) in zip(stride(from: digits.count, to: 0, by: -1), digits) {
      if !text.isEmpty, place % 3 == 0 { text.append("\u{2009}") }
      text.append(digit)
    }
    return text
  }
}
