import Platform

/// What each vessel said last, as its row's bytes, and since when on one day: two lines of the cache for each vessel.
struct SaidBytes: ~Copyable, Sendable {
  /// What a vessel said last, but for the bytes.
  struct Running: Sendable {
    /// The saying's number in the table, -1 before the first.
    var saying: Int32 = -1
    /// Which layout the bytes are of, -1 where there are none.
    var layout: Int32 = -1
    /// Milliseconds since 1970 of the beginning of the day.
    var dayStart: Int64 = 0
    /// Milliseconds of the day at which it was first said.
    var first: Int32 = 0
    /// Milliseconds of the day at which it was last said.
    var last: Int32 = 0
    /// How many bytes there are.
    var count = 0

    /// When it was first said, in milliseconds since 1970.
    var firstInstant: Int64 { dayStart + Int64(first) }
    /// When it was last said, in milliseconds since 1970.
    var lastInstant: Int64 { dayStart + Int64(last) }
  }

  /// Bytes kept of a vessel's last row; rows with more are read each time.
  static let mostBytes = 96
  private static let stride = 128
  private static let header = 32

  /// How many vessels there are.
  private(set) var count = 0
  private var capacity = 1 << 10
  // One owner, not copyable: whoever holds them is alone with the bytes.
  private nonisolated(unsafe) var slots: UnsafeMutableRawPointer
  /// Ones, then zeros, `mostBytes` of each: from some place on, a mask for so many bytes.
  private nonisolated(unsafe) let masks: UnsafeMutableRawPointer

  init() {
    precondition(MemoryLayout<Running>.stride <= SaidBytes.header)
    slots = .allocate(byteCount: capacity * SaidBytes.stride, alignment: SaidBytes.stride)
    masks = .allocate(byteCount: 2 * SaidBytes.mostBytes, alignment: 16)
    masks.initializeMemory(as: UInt8.self, repeating: 255, count: SaidBytes.mostBytes)
    (masks + SaidBytes.mostBytes).initializeMemory(as: UInt8.self, repeating: 0, count: SaidBytes.mostBytes)
  }

  deinit {
    slots.deallocate()
    masks.deallocate()
  }

  /// What a vessel, 0..<count, said last.
  subscript(number: Int) -> Running {
    @inline(__always) get { running(number).pointee }
  }

  /// Fetches what a vessel said; the result means nothing.
  @inline(__always)
  func fetch(_ number: Int) -> Int32 {
    let slot = UnsafeRawPointer(slots + number &* SaidBytes.stride)
    return slot.load(as: Int32.self) ^ slot.load(fromByteOffset: SaidBytes.stride / 2, as: Int32.self)
  }

  /// Adds a vessel that has said nothing yet.
  @inline(never)
  mutating func append() {
    if count == capacity {
      let larger = UnsafeMutableRawPointer.allocate(
        byteCount: 2 * capacity * SaidBytes.stride, alignment: SaidBytes.stride)
      larger.copyMemory(from: slots, byteCount: capacity * SaidBytes.stride)
      slots.deallocate()
      slots = larger
      capacity *= 2
    }
    let slot = slots + count * SaidBytes.stride
    slot.initializeMemory(as: UInt8.self, repeating: 0, count: SaidBytes.stride)
    slot.initializeMemory(as: Running.self, to: Running())
    count += 1
  }

  /// Whether a row begins with a vessel's bytes; `mostBytes` can be read from `row` on.
  @inline(__always)
  func isKept(_ row: UnsafePointer<UInt8>, at number: Int) -> Bool {
    let count = running(number).pointee.count
    let (row, kept) = (UnsafeRawPointer(row), UnsafeRawPointer(bytes(number)))
    let mask = UnsafeRawPointer(masks + (SaidBytes.mostBytes &- count))
    // Four pieces in any case and without a branch: lengths differ from vessel to vessel, and cannot be foreseen.
    var differing = SIMD2<UInt64>()
    for piece in 0..<4 { differing |= SaidBytes.difference(row, kept, mask, at: 16 &* piece) }
    if count > 64 {
      for piece in 4..<6 { differing |= SaidBytes.difference(row, kept, mask, at: 16 &* piece) }
    }
    return differing.x | differing.y == 0
  }

  @inline(__always)
  private static func difference(
    _ row: UnsafeRawPointer, _ kept: UnsafeRawPointer, _ mask: UnsafeRawPointer, at offset: Int
  ) -> SIMD2<UInt64> {
    (row.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self)
      ^ kept.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self))
      & mask.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self)
  }

  /// Whether a vessel's bytes, as many as these, are these.
  func isKept(_ said: [UInt8], at number: Int) -> Bool {
    said.withUnsafeBytes { said in
      said.baseAddress.map { memcmp(bytes(number), $0, said.count) == 0 } ?? true
    }
  }

  /// Keeps bytes to know the next row by; none or too many are not kept.
  mutating func keep(_ said: some Collection<UInt8>, layout: Int32, at number: Int) {
    let isKept = !said.isEmpty && said.count <= SaidBytes.mostBytes
    running(number).pointee.layout = isKept ? layout : -1
    running(number).pointee.count = isKept ? said.count : 0
    if isKept { UnsafeMutableRawBufferPointer(start: bytes(number), count: said.count).copyBytes(from: said) }
  }

  /// Notes that a vessel says the same at an instant; false where that is on another day.
  @inline(__always)
  mutating func extend(_ number: Int, to milliseconds: Int64) -> Bool {
    let known = running(number)
    let ofDay = milliseconds &- known.pointee.dayStart
    guard ofDay >= 0, ofDay < IdentityTable.day else { return false }
    let instant = Int32(truncatingIfNeeded: ofDay)
    if instant > known.pointee.last {
      known.pointee.last = instant
    } else if instant < known.pointee.first {
      known.pointee.first = instant
    }
    return true
  }

  /// Notes that a vessel says something else at an instant, or on another day.
  mutating func begin(_ number: Int, saying: Int32, at milliseconds: Int64) {
    let known = running(number)
    known.pointee.saying = saying
    known.pointee.dayStart = milliseconds / IdentityTable.day * IdentityTable.day
    known.pointee.first = Int32(milliseconds - known.pointee.dayStart)
    known.pointee.last = known.pointee.first
  }

  /// Forgets what a vessel said.
  mutating func forget(_ number: Int) { running(number).pointee = Running() }

  @inline(__always)
  private func running(_ number: Int) -> UnsafeMutablePointer<Running> {
    (slots + number &* SaidBytes.stride).assumingMemoryBound(to: Running.self)
  }

  @inline(__always)
  private func bytes(_ number: Int) -> UnsafeMutableRawPointer {
    slots + (number &* SaidBytes.stride &+ SaidBytes.header)
  }
}
