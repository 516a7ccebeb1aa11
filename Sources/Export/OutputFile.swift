import Digest
import Platform

/// A file that appears under its name only when it is whole.
///
/// The bytes go to `.NAME.wakeprint-tmp` in the same folder, which `commit()` renames; a temporary that a
/// killed run has left is replaced by the next one. A value that is dropped without `commit()` leaves
/// nothing. A symbolic link is followed: what it points to is replaced, the link stays. Devices and pipes are
/// written to directly.
package struct OutputFile: ~Copyable {
  /// The name under which the file will appear, as it was given.
  package let path: String
  /// Where the bytes are until then; equal to the target for a device or pipe. Another writer may fill this
  /// file.
  package let temporaryPath: String
  /// Bytes written so far through `write`.
  package private(set) var byteCount = 0

  private let target: String
  private let replacesExisting: Bool
  private let descriptor: Int32
  private var isOpen = true

  private var isDirect: Bool { temporaryPath == target }

  private init(path: String, target: String, temporaryPath: String, replacesExisting: Bool, descriptor: Int32) {
    self.path = path
    self.target = target
    self.temporaryPath = temporaryPath
    self.replacesExisting = replacesExisting
    self.descriptor = descriptor
  }

  deinit {
    if isOpen {
      close(descriptor)
      if !isDirect { Self.discard(temporaryPath) }
    }
  }

  /// Opens an output for writing, its final name untouched.
  ///
  /// Throws when something stands there and `force` is false, when a folder stands there, when the folder is
  /// missing, and when the system refuses.
  package static func create(path: String, force: Bool) throws(ExportError) -> OutputFile {
    guard !path.isEmpty else { throw .cannotCreate(path: path, reason: "the name is empty") }
    let (target, kind) = try FilePlace.resolve(path)
    switch kind {
    case .folder: throw .outputIsFolder(path: path)
    case .device:
      let descriptor = open(target, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: systemReason()) }
      return OutputFile(
        path: path, target: target, temporaryPath: target, replacesExisting: true, descriptor: descriptor)
    case .file where !force: throw .outputExists(path: path)
    case .file, .nothing: break
    }
    return try openTemporary(path: path, target: target, force: force)
  }

  /// A file beside an output, in which something is kept until the output is made; it is never committed.
  ///
  /// It is as hidden as the output's own temporary, and goes as that does. Throws when the folder is missing, and when the
  /// system refuses.
  static func scratch(_ purpose: String, beside path: String) throws(ExportError) -> OutputFile {
    let (target, _) = try FilePlace.resolve(path)
    return try openTemporary(path: path, target: target + "." + purpose, force: true)
  }

  private static func openTemporary(path: String, target: String, force: Bool) throws(ExportError) -> OutputFile {
    let temporary = FilePlace.temporaryPath(beside: target)
    let descriptor = OpenTemporaries.open(temporary) {
      unlink(temporary)
      // O_EXCL: never through a link that someone else has put there.
      return open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    }
    guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: systemReason()) }
    return OutputFile(
      path: path, target: target, temporaryPath: temporary, replacesExisting: force, descriptor: descriptor)
  }

  /// Opens an output that is not written from its beginning to its end; as `create`, and throws for a device or
  /// pipe too.
  static func createOutOfOrder(path: String, force: Bool) throws(ExportError) -> OutputFile {
    if case .device? = try? FilePlace.resolve(path).kind {
      throw .outputIsOfAnotherKind(path: path, kind: "a device")
    }
    return try create(path: path, force: force)
  }

  /// A whole output from its bytes, in one call.
  package static func write(_ bytes: [UInt8], to path: String, force: Bool) throws(ExportError) {
    var file = try create(path: path, force: force)
    try file.write(bytes)
    try file.commit()
  }

  /// Removes the temporaries of all outputs that are not committed; for the end of an interrupted run.
  ///
  /// An `end` that leaves the program does so before another output can be begun. Takes a lock: call it from an ordinary thread (a signal source), not inside a signal handler.
  package static func discardAll(then end: () -> Void = {}) {
    OpenTemporaries.discardAll(then: end)
  }

  /// Appends bytes; after an error the temporary is gone and nothing more can be written.
  package mutating func write(_ bytes: UnsafeRawBufferPointer) throws(ExportError) {
    guard isOpen else { throw .writeFailed(path: path, reason: "an earlier write failed") }
    var rest = bytes[...]
    while !rest.isEmpty {
      // Linux takes at most 2 GiB in one call, Darwin refuses more.
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 30))
      guard let base = piece.baseAddress else { break }
      let count = Platform.write(descriptor, base, piece.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw abandon(reason: systemReason())
      }
      rest = rest.dropFirst(count)
      byteCount += count
    }
  }

  /// Appends bytes; after an error the temporary is gone and nothing more can be written.
  package mutating func write(_ bytes: [UInt8]) throws(ExportError) {
    try bytes.withUnsafeBufferPointer { bytes throws(ExportError) in try write(UnsafeRawBufferPointer(bytes))
    }
  }

  /// Writes bytes over those that begin at `offset`, which have been written before; the end stays where it is.
  mutating func overwrite(_ bytes: [UInt8], at offset: Int) throws(ExportError) {
    guard isOpen else { throw .writeFailed(path: path, reason: "an earlier write failed") }
    precondition(offset >= 0 && offset + bytes.count <= byteCount, "bytes that have been written before")
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { bytes -> Int in
        guard let base = bytes.baseAddress else { return 0 }
        return pwrite(descriptor, base + written, bytes.count - written, off_t(offset + written))
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw abandon(reason: systemReason())
      }
      written += count
    }
  }

  /// Bytes and SHA-256 of what stands in the temporary now, whoever has written it.
  mutating func report() throws(ExportError) -> TileSinkReport {
    do throws(FileHandle.Failure) {
      let file = try FileHandle.reading(temporaryPath)
      var hash = SHA256()
      var byteCount = 0
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
      defer { buffer.deallocate() }
      while true {
        let count = try file.read(into: buffer)
        if count == 0 { break }
        hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        byteCount += count
      }
      return TileSinkReport(bytes: byteCount, sha256: hash.finish().hexadecimal)
    } catch {
      throw abandon(reason: error.words)
    }
  }

  /// Ends the file and gives it its name.
  ///
  /// Throws, and leaves nothing, when the last bytes cannot be stored, when the name has meanwhile been taken
  /// and `force` was false, and when another run has replaced the temporary.
  package consuming func commit() throws(ExportError) {
    guard isOpen else { throw .writeFailed(path: path, reason: "an earlier write failed") }
    let isOwn = isDirect || FilePlace.isSameFile(descriptor, temporaryPath)
    isOpen = false
    guard close(descriptor) == 0 else {
      let reason = systemReason()
      if !isDirect { Self.discard(temporaryPath) }
      throw .writeFailed(path: path, reason: reason)
    }
    if isDirect { return }
    guard isOwn else {
      OpenTemporaries.remove(temporaryPath)
      throw .outputContested(path: path)
    }
    if !replacesExisting, try FilePlace.resolve(target).kind != .nothing {
      Self.discard(temporaryPath)
      throw .outputExists(path: path)
    }
    guard rename(temporaryPath, target) == 0 else {
      let reason = systemReason()
      Self.discard(temporaryPath)
      throw .writeFailed(path: path, reason: reason)
    }
    OpenTemporaries.remove(temporaryPath)
  }

  private mutating func abandon(reason: String) -> ExportError {
    isOpen = false
    close(descriptor)
    if !isDirect { Self.discard(temporaryPath) }
    return .writeFailed(path: path, reason: reason)
  }

  private static func discard(_ temporaryPath: String) {
    unlink(temporaryPath)
    OpenTemporaries.remove(temporaryPath)
  }
}
