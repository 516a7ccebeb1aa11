/// Numbers tracks that say no MMSI, from 1 up in the order in which they are met: numbers that no administration gives
/// out, so that they can be told from an MMSI.
struct NamelessTracks: Sendable {
  private var numbers: [RecordTrack: UInt32] = [:]
  private var next: UInt32 = 1

  /// The number of a track.
  mutating func number(of track: RecordTrack) -> UInt32 {
    if let number = numbers[track] { return number }
    defer { next += 1 }
    numbers[track] = next
    return next
  }
}
