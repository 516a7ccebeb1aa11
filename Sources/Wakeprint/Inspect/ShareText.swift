/// Shares as a reader of tables likes them.
enum ShareText {
  /// A share in per cent: "52 %", one digit behind the point below 10 and above 99, "<0.1 %" and ">99.9 %" where that would
  /// say all or nothing and it is not.
  static func of(_ part: some BinaryInteger, _ whole: some BinaryInteger) -> String {
    guard whole > 0 else { return "0 %" }
    if part == 0 { return "0 %" }
    if Double(part) == Double(whole) { return "100 %" }
    let tenths = Int((Double(part) / Double(whole) * 1000).rounded())
    if tenths == 0 { return "<0.1 %" }
    if tenths >= 1000 { return ">99.9 %" }
    if tenths >= 100, tenths <= 990 { return "\((tenths + 5) / 10) %" }
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
