/// Numbers vessels in the order in which they are first met: a hash table with open addressing.
struct VesselIndex: Sendable {
  /// The vessels by number.
  private(set) var vessels: [UInt32] = []
  /// Identity in the upper, number in the lower half; all ones where a slot is free.
  private var slots: [UInt64]
  private var shift: UInt32

  private static let free = UInt64.max

  init() {
    slots = [UInt64](repeating: VesselIndex.free, count: 1 << 13)
    shift = 32 - 13
  }

  /// The number of a vessel; a new one's is the count before it.
  @inline(__always)
  mutating func number(of vessel: UInt32) -> Int {
    var slot = Int((vessel &* 2_654_435_769) >> shift)
    while true {
      let entry = slots[slot]
      if UInt32(truncatingIfNeeded: entry >> 32) == vessel { return Int(UInt32(truncatingIfNeeded: entry)) }
      if entry == VesselIndex.free { return insert(vessel, at: slot) }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
  }

  @inline(never)
  private mutating func insert(_ vessel: UInt32, at slot: Int) -> Int {
    let number = vessels.count
    vessels.append(vessel)
    slots[slot] = UInt64(vessel) << 32 | UInt64(number)
    if vessels.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = [UInt64](repeating: VesselIndex.free, count: slots.count * 2)
    shift -= 1
    for (number, vessel) in vessels.enumerated() {
      var slot = Int((vessel &* 2_654_435_769) >> shift)
      while slots[slot] != VesselIndex.free { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt64(vessel) << 32 | UInt64(number)
    }
  }
}
