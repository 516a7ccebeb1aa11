import Platform

/// Numbers that a reader takes in at a glance.
package enum RoundNumber {
  /// The largest of 1, 2 and 5 x 10^n that is no larger than a positive value.
  package static func oneTwoFive(atMost value: Double) -> Double {
    var exponent = Int(floor(log10(value)))
    if times(1, exponent) > value { exponent -= 1 }
    if times(1, exponent + 1) <= value { exponent += 1 }
    return [5.0, 2.0].map { times($0, exponent) }.first { $0 <= value } ?? times(1, exponent)
  }

  /// A positive value cut to its first three digits, downwards or upwards.
  package static func threeDigits(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
    guard value > 0, value.isFinite else { return value }
    let exponent = Int(floor(log10(value))) - 2
    // The nudge keeps a value that has no more than three digits what it is.
    let nudge = rule == .up ? -1e-9 : 1e-9
    return times((times(value, -exponent) + nudge).rounded(rule), exponent)
  }

  // Dividing by a whole power keeps 0.2 the double that is written 0.2.
  private static func times(_ factor: Double, _ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent >= 0 ? factor * power : factor / power
  }
}
