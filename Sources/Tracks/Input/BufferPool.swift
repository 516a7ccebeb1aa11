import Platform
import Synchronization

/// Buffers of one size that go from chunk to chunk, so that their memory is touched for the first time only once.
package final class BufferPool: Sendable {
  private let size: Int
  private let spare = Mutex<[[UInt8]]>([])

  /// A pool of buffers of a size in bytes.
  package init(size: Int) { self.size = size }

  /// A buffer whose bytes mean nothing yet.
  func take() -> [UInt8] {
    if let buffer = spare.withLock({ $0.popLast() }) { return buffer }
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      preferLargePages(UnsafeMutableRawBufferPointer(buffer))
      initialized = size
    }
  }

  /// Takes a buffer back.
  package func give(_ buffer: consuming [UInt8]) {
    let buffer = buffer
    spare.withLock { $0.append(buffer) }
  }
}
