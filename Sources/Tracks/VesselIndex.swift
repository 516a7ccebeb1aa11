/// Numbers vessels in the order in which they are first met: a hash table with open addressing.
struct VesselIndex {
  /// The vessels by number.
  private(set) var vessels: [UInt32] = []
  /// How often each was met, by number.
  private(set) var counts: [Int] = []
  private var slots: [Int32]
  private var shift: UInt32

  init() {
    slots = [Int32](repeating: -1, count: 1 << 13)
    shift = 32 - 13
  }

  /// Turns identities into numbers, in place, and counts them.
  mutating func number(_ identities: UnsafeMutableBufferPointer<UInt32>) {
    for index in identities.indices {
      let number = find(identities[index])
      counts[number] &+= 1
      identities[index] = UInt32(truncatingIfNeeded: number)
    }
  }

  @inline(__always)
  private mutating func find(_ vessel: UInt32) -> Int {
    var slot = Int((vessel &* 2_654_435_769) >> shift)
    while true {
      let number = slots[slot]
      if number < 0 { return insert(vessel, at: slot) }
      if vessels[Int(number)] == vessel { return Int(number) }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
  }

  @inline(never)
  private mutating func insert(_ vessel: UInt32, at slot: Int) -> Int {
    let number = vessels.count
    vessels.append(vessel)
    counts.append(0)
    slots[slot] = Int32(number)
    if vessels.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    shift -= 1
    for (number, vessel) in vessels.enumerated() {
      var slot = Int((vessel &* 2_654_435_769) >> shift)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
