/// Numbers tracks that say no MMSI, from 1 up in the order in which they are met: numbers that no administration gives
/// out, so that they can be told from an MMSI.
struct NamelessTracks: Sendable {
  private var numbers: [String: UInt32] = [:]
  private var next: UInt32 = 1

  /// The number of the track of a name.
  mutating func number(named name: String) -> UInt32 {
    if let number = numbers[name] { return number }
    let number = nextNumber()
    numbers[name] = number
    return number
  }

  /// A number for a track without a name.
  mutating func nextNumber() -> UInt32 {
    defer { next += 1 }
    return next
  }

  /// How many there are.
  var count: Int { Int(next) - 1 }
}
