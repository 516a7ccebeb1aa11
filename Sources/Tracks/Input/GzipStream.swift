import CZlib

/// What a stream of gzip members unpacks to, one member behind the other; each member's checksum and length must be
/// right (RFC 1952), which libarchive does not look at.
final class GzipStream {
  private let packed: ByteStream
  private let input: UnsafeMutableRawBufferPointer
  /// In one place for good: zlib keeps its address.
  private let stream: UnsafeMutablePointer<z_stream>
  /// Whether a member has ended, and none begun since.
  private var isBetweenMembers = false
  private var hasEnded = false

  /// Begins with a stream's first byte; its bytes are hashed as they are read.
  init(_ packed: ByteStream) throws(TracksError) {
    self.packed = packed
    input = .allocate(byteCount: 1 << 16, alignment: 64)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, and 16 more for gzip alone.
    guard inflateInit2_(stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw .readFailed(path: packed.name, why: "out of memory")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  /// Reads up to `buffer.count` bytes; fewer only at the end, by when the whole stream has been read and hashed.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TracksError) -> Int {
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(buffer.count)
    while stream.pointee.avail_out > 0, !hasEnded {
      if stream.pointee.avail_in == 0, try !refill() {
        guard isBetweenMembers else { throw damaged("it is cut short") }
        hasEnded = true
        break
      }
      if isBetweenMembers {
        guard stream.pointee.next_in[0] == 0x1F else {
          // Zeros that fill a block of a tape are none of it; anything else may have been a member.
          repeat {
            guard (0..<Int(stream.pointee.avail_in)).allSatisfy({ stream.pointee.next_in[$0] == 0 }) else {
              throw damaged("something else stands behind a member of it")
            }
          } while try refill()
          hasEnded = true
          break
        }
        inflateReset(stream)
        isBetweenMembers = false
      }
      switch inflate(stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: isBetweenMembers = true
      default: throw damaged(stream.pointee.msg.map { String(cString: $0) } ?? "the data is damaged")
      }
    }
    return buffer.count - Int(stream.pointee.avail_out)
  }

  private func refill() throws(TracksError) -> Bool {
    let count = try packed.read(into: input)
    packed.hash(UnsafeRawBufferPointer(rebasing: input[..<count]))
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(count)
    return count > 0
  }

  private func damaged(_ words: String) -> TracksError {
    .unusable(path: packed.name, line: nil, why: "cannot be decompressed (\(words)); check that the file is whole")
  }
}
