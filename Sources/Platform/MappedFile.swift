/// A file's bytes where the system keeps them: only what is looked at is read from the disk.
///
/// The bytes stay in place as long as the value lives. A file that is replaced by renaming keeps its old bytes here.
package final class MappedFile: Sendable {
  /// The bytes. Nothing ever writes to them.
  package nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Maps an ordinary file. Throws the system's reason, `EISDIR` for a folder and `EINVAL` for what is no file.
  package init(_ path: String) throws(FileHandle.Failure) {
    // Not to wait at a pipe that no one writes to.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileHandle.Failure(code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileHandle.Failure(code: errno) }
    switch PathKind(mode: status.st_mode) {
    case .file: break
    case .folder: throw FileHandle.Failure(code: EISDIR)
    case .special, .missing: throw FileHandle.Failure(code: EINVAL)
    }
    let count = Int(status.st_size)
    isMapped = count > 0
    guard isMapped else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
      throw FileHandle.Failure(code: errno)
    }
    bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  /// Bytes as a file would hold them.
  package init(copying content: [UInt8]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 16)
    memory.copyBytes(from: content)
    bytes = UnsafeRawBufferPointer(memory)
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }
}
