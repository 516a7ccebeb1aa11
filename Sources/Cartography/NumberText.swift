import Platform

/// Numbers as they stand on a map: plain decimals, thin spaces in thousands, no exponent.
package enum NumberText {
  /// A value to three significant digits, trailing zeros of the fraction dropped: `0.05`, `2.5`, `12 000`.
  ///
  /// Whole values below 10^15 keep all their digits. Nothing is shorter than needed to tell 1, 2 and 5 x 10^n apart.
  package static func label(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "–" : value > 0 ? "∞" : "−∞" }
    let size = abs(value)
    let sign = value < 0 ? "−" : ""
    guard size > 0 else { return "0" }
    if size == size.rounded(), size < 1e15 { return sign + grouped(Int(size)) }
    let exponent = Int(floor(log10(size)))
    if exponent >= 15 { return sign + grouped(Int(min(size, 9e18))) }
    let digits = max(0, 2 - exponent)
    guard digits <= 15 else { return sign + "0" }
    var scaled = Int((size * pow(10, Double(digits))).rounded())
    var kept = digits
    while kept > 0, scaled % 10 == 0 {
      scaled /= 10
      kept -= 1
    }
    guard kept > 0 else { return sign + grouped(scaled) }
    var divisor = 1
    for _ in 0..<kept { divisor *= 10 }
    let fraction = String(scaled % divisor)
    return sign + grouped(scaled / divisor) + "."
      + String(repeating: "0", count: kept - fraction.count) + fraction
  }

  /// A whole number with a thin space between groups of three digits, from five digits on.
  package static func grouped(_ value: Int) -> String {
    let digits = Array(String(value))
    guard digits.count > 4 else { return String(digits) }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "\u{2009}" }
      text.append(digit)
    }
    return text
  }

  /// The largest of 1, 2 and 5 x 10^n that is no larger than a positive value.
  package static func roundDown(_ value: Double) -> Double {
    var exponent = Int(floor(log10(value)))
    var power = tenToThe(exponent)
    if power > value {
      exponent -= 1
      power = tenToThe(exponent)
    }
    for factor in [5.0, 2.0] where scaled(factor, exponent) <= value { return scaled(factor, exponent) }
    return power
  }

  // Dividing by a whole power keeps 0.2 the double that is written 0.2.
  private static func scaled(_ factor: Double, _ exponent: Int) -> Double {
    exponent >= 0 ? factor * tenToThe(exponent) : factor / tenToThe(-exponent)
  }

  private static func tenToThe(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent >= 0 ? power : 1 / power
  }
}
