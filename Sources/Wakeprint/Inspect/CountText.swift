import Cartography

/// Counts with what is counted.
enum CountText {
  /// "1 vessel", "3 vessels".
  static func of(_ count: Int, _ noun: String) -> String {
    "\(DateText.grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }
}
