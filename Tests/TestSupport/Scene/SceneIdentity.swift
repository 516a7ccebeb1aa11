/// What ships are called.
enum SceneIdentity {
  private static let countries: [UInt32] = [
    212, 256, 312, 352, 373, 412, 431, 440, 445, 477, 511, 538, 572, 613, 636, 667,
  ]
  private static let words = [
    "ORIENT", "HAI", "BLUE", "STAR", "PACIFIC", "GOLDEN", "NORTH", "LUCKY", "OCEAN", "SILVER",
  ]

  /// A ship's MMSI that is not taken yet.
  static func mmsi(notIn taken: inout Set<UInt32>, using random: inout SeededGenerator) -> UInt32 {
    while true {
      let country = countries[Int.random(in: countries.indices, using: &random)]
      let mmsi = country * 1_000_000 + UInt32.random(in: 0..<1_000_000, using: &random)
      if taken.insert(mmsi).inserted { return mmsi }
    }
  }

  /// An IMO number with its check digit.
  static func imo(using random: inout SeededGenerator) -> UInt32 {
    let number = UInt32.random(in: 800_000..<1_000_000, using: &random)
    var (sum, rest) = (UInt32(0), number)
    for weight in UInt32(2)...7 {
      sum += rest % 10 * weight
      rest /= 10
    }
    return number * 10 + sum % 10
  }

  /// A name.
  static func name(using random: inout SeededGenerator) -> String {
    let (first, second) = (
      Int.random(in: words.indices, using: &random), Int.random(in: words.indices, using: &random)
    )
    return "\(words[first]) \(words[second]) \(Int.random(in: 1...99, using: &random))"
  }

  /// A call sign.
  static func callSign(using random: inout SeededGenerator) -> String {
    let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ")
    let head = (0..<3).map { _ in letters[Int.random(in: letters.indices, using: &random)] }
    return String(head) + "\(Int.random(in: 1000...9999, using: &random))"
  }
}
