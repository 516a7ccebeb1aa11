import Digest
import Platform

/// Where bytes come from: a file, a pipe or memory, hashed as they pass where the reader asks for it.
final class ByteStream {
  private let origin: Origin
  /// The name for sentences.
  let name: String
  private var hasher = SHA256()
  /// Whether bytes are kept for somebody else to hash.
  var leavesHashing = false
  private var unhashed: [[UInt8]] = []
  /// Bytes given out so far.
  private(set) var bytesRead = 0
  private var memoryPosition = 0
  private var pushedBack: [UInt8] = []
  /// Bytes of an ordinary file when it was opened, 0 for anything else.
  private var leastBytes = 0

  private enum Origin: ~Copyable {
    case file(FileHandle)
    case memory([UInt8])
    case member(ArchiveStream)
  }

  /// The bytes of an archive's member that is in hand, for an archive inside an archive.
  init(memberOf archive: ArchiveStream, name: String, start: [UInt8]) {
    self.name = name
    origin = .member(archive)
    pushedBack = start
  }

  /// Bytes read of the outermost file.
  var bytesReadOfFile: Int {
    switch origin {
    case .member(let archive): archive.bytesReadOfFile
    case .file: bytesRead
    case .memory: bytesRead
    }
  }

  /// Opens a source; throws `TracksError.unreadable`.
  init(_ source: InputSource) throws(TracksError) {
    name = source.name
    switch source {
    case .file(let path), .found(let path), .table(let path, _):
      do {
        let handle = try FileHandle.reading(path)
        if handle.isOrdinary { leastBytes = handle.size }
        origin = .file(handle)
      } catch {
        throw .unreadable(path: path, why: error.words)
      }
    case .standardInput: origin = .file(.standardInput)
    case .memory(_, let bytes): origin = .memory(bytes)
    }
  }

  /// Bytes in all, 0 where that is not known beforehand.
  var size: Int {
    switch origin {
    case .file(let handle): handle.size
    case .memory(let bytes): bytes.count
    case .member: 0
    }
  }

  /// Reads up to `buffer.count` bytes; fewer only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TracksError) -> Int {
    let first = min(pushedBack.count, buffer.count)
    if first > 0 {
      buffer.copyBytes(from: pushedBack[..<first])
      pushedBack.removeFirst(first)
    }
    let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[first...])
    var count = 0
    switch origin {
    case .file(let handle):
      do {
        count = try handle.read(into: rest)
      } catch {
        throw error.code == EISDIR
          ? .unreadable(path: name, why: error.words) : .readFailed(path: name, why: error.words)
      }
    case .memory(let bytes):
      count = min(rest.count, bytes.count - memoryPosition)
      rest.copyBytes(from: bytes[memoryPosition..<memoryPosition + count])
      memoryPosition += count
    case .member(let archive): count = rest.isEmpty ? 0 : try archive.read(into: rest)
    }
    bytesRead += first + count
    if first + count < buffer.count, bytesRead < leastBytes {
      throw .readFailed(path: name, why: "it has become shorter meanwhile")
    }
    return first + count
  }

  /// The first bytes without using them up; fewer than `count` only where there are no more.
  func peek(_ count: Int) throws(TracksError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var failure: TracksError?
    let got = bytes.withUnsafeMutableBytes { buffer -> Int in
      do throws(TracksError) {
        return try read(into: buffer)
      } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
    bytesRead -= got
    let peeked = Array(bytes[..<got])
    pushedBack = peeked + pushedBack
    return peeked
  }

  /// Takes bytes into the hash, or keeps them for whoever hashes.
  func hash(_ bytes: UnsafeRawBufferPointer) {
    if leavesHashing {
      if !bytes.isEmpty { unhashed.append([UInt8](bytes)) }
    } else {
      hasher.update(bytes)
    }
  }

  /// The bytes that are still to be hashed, in their order; what comes after them begins anew.
  func takeUnhashed() -> [[UInt8]] {
    var taken: [[UInt8]] = []
    swap(&taken, &unhashed)
    return taken
  }

  /// The hash of all bytes taken in, in hexadecimal; what is taken in after it begins anew.
  func finishHash() -> String {
    var finished = SHA256()
    swap(&finished, &hasher)
    return finished.finish().hexadecimal
  }
}
