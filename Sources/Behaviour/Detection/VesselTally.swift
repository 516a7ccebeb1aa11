/// Counts different vessels: a hash table with open addressing, since there are mostly few and they are asked for often.
struct VesselTally {
  /// How many there are.
  private(set) var count = 0
  // A vessel's identity and one more, so that 0 is a free slot.
  private var slots = [UInt64](repeating: 0, count: 64)

  /// Counts a vessel that was not counted yet.
  @inline(__always)
  mutating func insert(_ vessel: UInt32) {
    var slot = place(of: vessel)
    while slots[slot] != 0 {
      if slots[slot] == UInt64(vessel) + 1 { return }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    slots[slot] = UInt64(vessel) + 1
    count += 1
    if count * 2 > slots.count { grow() }
  }

  @inline(__always)
  private func place(of vessel: UInt32) -> Int {
    Int((vessel &* 2_654_435_769) >> 12) & (slots.count &- 1)
  }

  @inline(never)
  private mutating func grow() {
    let vessels = slots.filter { $0 != 0 }
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    for vessel in vessels {
      var slot = place(of: UInt32(vessel - 1))
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = vessel
    }
  }
}
