/// Distances and shares as a reader of charts likes them.
package enum DistanceText {
  /// Nautical miles with kilometres in brackets: "32 nm (59 km)"; metres below half a mile.
  package static func nautical(_ metres: Double) -> String {
    guard metres >= 926 else { return "\(Int(metres.rounded())) m" }
    return "\(tenths(metres / 1852)) nm (\(tenths(metres / 1000)) km)"
  }

  /// Two digits behind the point.
  package static func hundredths(_ value: Double) -> String {
    let whole = Int((value * 100).rounded())
    let rest = whole % 100
    return "\(whole / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// One digit behind the point below 10, none from there on.
  private static func tenths(_ value: Double) -> String {
    if value >= 9.95 { return DateText.grouped(Int(value.rounded())) }
    let whole = Int((value * 10).rounded())
    return "\(whole / 10).\(whole % 10)"
  }
}
