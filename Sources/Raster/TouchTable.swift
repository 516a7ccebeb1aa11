/// How often each of many keys was added, in memory that follows how many are there.
///
/// Open addressing with linear probing; a key that goes draws those behind it nearer, so that nothing is left of it.
struct TouchTable: Sendable {
  /// 0 where a place is free.
  private var keys: [UInt64]
  private var counts: [UInt32]
  /// How many keys are there.
  private(set) var count = 0
  private var shift: UInt64

  private static let leastBits: UInt64 = 4

  /// A table without keys.
  init() {
    keys = [UInt64](repeating: 0, count: 1 << TouchTable.leastBits)
    counts = [UInt32](repeating: 0, count: 1 << TouchTable.leastBits)
    shift = 64 - TouchTable.leastBits
  }

  /// How many keys there is room for.
  var capacity: Int { keys.count }

  /// Adds a key, which is not 0, so many times, at least once; whether it was not there before.
  mutating func add(_ key: UInt64, times: UInt32) -> Bool {
    if 3 * count >= 2 * keys.count { resize(bits: 64 - shift + 1) }
    let place = place(of: key)
    counts[place] += times
    guard keys[place] == 0 else { return false }
    keys[place] = key
    count += 1
    return true
  }

  /// Takes a key away so many times, at most as often as it was added; whether it is gone.
  mutating func remove(_ key: UInt64, times: UInt32) -> Bool {
    let place = place(of: key)
    precondition(keys[place] == key, "only what was added can be taken away")
    counts[place] -= times
    guard counts[place] == 0 else { return false }
    free(place)
    count -= 1
    if 8 * count < keys.count, 64 - shift > Self.leastBits { resize(bits: 64 - shift - 1) }
    return true
  }

  @inline(__always)
  private func home(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift) }

  /// Where a key is or would go.
  @inline(__always)
  private func place(of key: UInt64) -> Int {
    var place = home(key)
    while keys[place] != key, keys[place] != 0 { place = (place + 1) & (keys.count - 1) }
    return place
  }

  private mutating func free(_ place: Int) {
    let last = keys.count - 1
    var (hole, next) = (place, (place + 1) & last)
    while keys[next] != 0 {
      // A key may not be drawn before the place where the search for it begins.
      if (next - home(keys[next])) & last >= (next - hole) & last {
        (keys[hole], counts[hole]) = (keys[next], counts[next])
        hole = next
      }
      next = (next + 1) & last
    }
    (keys[hole], counts[hole]) = (0, 0)
  }

  private mutating func resize(bits: UInt64) {
    let (oldKeys, oldCounts) = (keys, counts)
    keys = [UInt64](repeating: 0, count: 1 << bits)
    counts = [UInt32](repeating: 0, count: 1 << bits)
    shift = 64 - bits
    for (key, count) in zip(oldKeys, oldCounts) where key != 0 {
      let place = place(of: key)
      (keys[place], counts[place]) = (key, count)
    }
  }
}
