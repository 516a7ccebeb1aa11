/// Reads numbers from bytes that arrive piece by piece; never looks ahead of what it is asked for by more than a buffer.
struct ByteFeed: ~Copyable {
  /// Most bytes that can be asked for at once.
  static let window = 1 << 18

  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: ByteFeed.window, alignment: 16)
  private let fill: (UnsafeMutableRawBufferPointer) -> Int?
  private var position = 0
  private var end = 0
  private var hasEnded = false
  /// Bytes used so far.
  private(set) var offset = 0

  /// A feed before its first byte; `fill` fills a buffer, less only at the end, and gives nil where reading failed.
  init(_ fill: @escaping (UnsafeMutableRawBufferPointer) -> Int?) { self.fill = fill }

  deinit { buffer.deallocate() }

  /// Up to `count` of the next bytes without using them up; fewer only at the end. Valid until the next call.
  mutating func peek(_ count: Int) throws(LandFileError) -> UnsafeRawBufferPointer {
    if end - position < count, !hasEnded {
      let rest = end - position
      if rest > 0, let base = buffer.baseAddress { base.copyMemory(from: base + position, byteCount: rest) }
      let room = UnsafeMutableRawBufferPointer(rebasing: buffer[rest...])
      guard let filled = fill(room) else { throw .readFailed }
      (position, end, hasEnded) = (0, rest + filled, filled < room.count)
    }
    return UnsafeRawBufferPointer(rebasing: buffer[position..<min(end, position + count)])
  }

  /// The next `count` bytes, at most `window`. Valid until the next call.
  mutating func take(_ count: Int) throws(LandFileError) -> UnsafeRawBufferPointer {
    let bytes = try peek(count)
    guard bytes.count == count else { throw .truncated }
    position += count
    offset += count
    return bytes
  }

  /// Uses up bytes, however many.
  mutating func skip(_ count: Int) throws(LandFileError) {
    var rest = count
    while rest > 0 { rest -= try take(min(rest, ByteFeed.window)).count }
  }

  /// Whether no byte is left.
  mutating func isAtEnd() throws(LandFileError) -> Bool { try peek(1).isEmpty }

  mutating func byte() throws(LandFileError) -> UInt8 { try take(1)[0] }

  mutating func uint32(_ order: ByteOrder) throws(LandFileError) -> UInt32 {
    order.uint32(try take(4), at: 0)
  }
}
