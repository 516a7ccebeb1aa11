/// Speeds of GPX, which are in metres per second.
enum GPXSpeed {
  /// The text of a speed in knots (1852 m in 3600 s) to a millionth; empty for what is no speed.
  static func knots(_ text: [UInt8]) -> [UInt8] {
    guard let speed = NumberText.scaled(text, places: 6, allowsComma: false), speed >= 0, speed < 1_000_000_000_000
    else { return [] }
    let knots = (speed * 900 + 231) / 463
    let decimals = String(knots % 1_000_000)
    return Array("\(knots / 1_000_000).\(String(repeating: "0", count: 6 - decimals.utf8.count))\(decimals)".utf8)
  }
}
