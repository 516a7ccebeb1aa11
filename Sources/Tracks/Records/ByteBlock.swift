/// Bytes that are freed with their owner.
final class ByteBlock {
  /// The first of the bytes.
  let start: UnsafeMutablePointer<UInt8>
  /// How many there are.
  let count: Int

  /// So many bytes, all zero.
  init(count: Int) {
    start = .allocate(capacity: count)
    start.initialize(repeating: 0, count: count)
    self.count = count
  }

  deinit { start.deallocate() }

  /// The bytes from a place on.
  func bytes(from place: Int = 0) -> UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(start: start + place, count: count - place)
  }
}
