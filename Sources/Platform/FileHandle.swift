/// An open file, closed when it goes away. Every call says why it failed in the system's words.
package struct FileHandle: ~Copyable, Sendable {
  private let descriptor: Int32
  private let closes: Bool

  /// Why a call failed.
  package struct Failure: Error, Sendable, Equatable {
    /// The system's number, such as `ENOENT`.
    package let code: Int32
    /// The system's words.
    package var words: String { String(cString: strerror(code)) }

    /// The failure of a number of the system.
    package init(code: Int32) { self.code = code }
  }

  init(descriptor: Int32, closes: Bool) {
    self.descriptor = descriptor
    self.closes = closes
  }

  deinit {
    if closes { close(descriptor) }
  }

  /// Standard input, which is never closed.
  package static var standardInput: FileHandle { FileHandle(descriptor: 0, closes: false) }

  /// Opens a file for reading.
  package static func reading(_ path: String) throws(Failure) -> FileHandle {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    return FileHandle(descriptor: descriptor, closes: true)
  }

  /// A new file without a name in a folder, for reading and writing; it is gone when closed or when the program ends.
  package static func temporary(in folder: String) throws(Failure) -> FileHandle {
    var template = Array((folder + "/wakeprint-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    unlink(template)
    // Darwin's libraries and Linux's do not share a call that does this at once.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return FileHandle(descriptor: descriptor, closes: true)
  }

  /// Bytes in the file, 0 for what has no size.
  package var size: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Whether it is an ordinary file, no folder, pipe or device.
  package var isOrdinary: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Reads up to `buffer.count` bytes; fewer only at the end.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    var filled = 0
    while filled < buffer.count, let base = buffer.baseAddress {
      let count = Platform.read(descriptor, base + filled, buffer.count - filled)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(code: errno)
      }
      filled += count
    }
    return filled
  }

  /// A file's first bytes, all of them where there are fewer than `limit`; of a pipe too.
  package static func contents(of path: String, atMost limit: Int) throws(Failure) -> [UInt8] {
    let file = try reading(path)
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let start = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: min(1 << 20, limit - start)))
      let count = try bytes.withUnsafeMutableBufferPointer { bytes throws(Failure) in
        try file.read(into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: bytes[start...])))
      }
      if start + count < bytes.count {
        bytes.removeLast(bytes.count - start - count)
        break
      }
    }
    return bytes
  }

  /// Reads exactly `buffer.count` bytes that begin at `offset`; too few are a failure.
  package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(Failure) {
    var filled = 0
    while filled < buffer.count, let base = buffer.baseAddress {
      let count = pread(descriptor, base + filled, buffer.count - filled, off_t(offset + filled))
      if count == 0 { throw Failure(code: EIO) }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(code: errno)
      }
      filled += count
    }
  }

  /// Writes all bytes so that they begin at `offset`.
  package func write(_ buffer: UnsafeRawBufferPointer, at offset: Int) throws(Failure) {
    var written = 0
    while written < buffer.count, let base = buffer.baseAddress {
      let count = pwrite(descriptor, base + written, buffer.count - written, off_t(offset + written))
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(code: errno)
      }
      written += count
    }
  }
}
