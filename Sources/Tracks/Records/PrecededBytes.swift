/// Bytes that have been read already, and then those of a file.
final class PrecededBytes: RecordBytes {
  private let head: [UInt8]
  private var position = 0
  private let tail: PackedFile?

  /// Some bytes, and what is left of a file where one is given.
  init(_ head: [UInt8], then tail: PackedFile? = nil) {
    self.head = head
    self.tail = tail
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TracksError) -> Int {
    guard position < head.count else { return try tail?.read(into: buffer) ?? 0 }
    let count = min(buffer.count, head.count - position)
    buffer.copyBytes(from: head[position..<position + count])
    position += count
    return count
  }
}
