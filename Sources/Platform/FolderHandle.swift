/// An open folder, closed when it goes away.
///
/// Names are looked up in the folder itself, wherever it has been moved to meanwhile; a symbolic link in it is never
/// followed. Every call says why it failed in the system's words.
package struct FolderHandle: ~Copyable, Sendable {
  /// Why a call failed.
  package typealias Failure = FileHandle.Failure

  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Opens the folder at a path, links followed.
  package static func opening(_ path: String) throws(Failure) -> FolderHandle {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    return FolderHandle(descriptor: descriptor)
  }

  /// Opens a folder in this one; "." is the folder itself.
  package func folder(_ name: String) throws(Failure) -> FolderHandle {
    let descriptor = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    return FolderHandle(descriptor: descriptor)
  }

  /// Opens a folder in this one, made if it is missing; anything else that has its name is removed.
  package func folder(making name: String) throws(Failure) -> FolderHandle {
    do throws(Failure) {
      return try folder(name)
    } catch {
      if error.code == ENOTDIR || error.code == ELOOP {
        try remove(name)
      } else if error.code != ENOENT {
        throw error
      }
    }
    guard mkdirat(descriptor, name, 0o777) == 0 else { throw Failure(code: errno) }
    return try folder(name)
  }

  /// The kind of what has a name in this folder, links not followed: a link is `special`.
  package func kind(of name: String) -> PathKind {
    var status = stat()
    return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? PathKind(mode: status.st_mode) : .missing
  }

  /// All names in byte order, hidden ones too, without "." and "..".
  package func names() throws(Failure) -> [String] {
    // A description of its own: a copy would share the place in the list.
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw Failure(code: errno) }
    guard let stream = fdopendir(copy) else {
      let failure = Failure(code: errno)
      close(copy)
      throw failure
    }
    defer { closedir(stream) }
    return namesInFolder(stream)
  }

  /// The bytes of an ordinary file; nil where there is none, or something else has its name.
  package func bytes(of name: String) throws(Failure) -> [UInt8]? {
    // Not to wait at a pipe that no one writes to.
    let descriptor = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ELOOP || errno == ENXIO { return nil }
      throw Failure(code: errno)
    }
    let file = FileHandle(descriptor: descriptor, closes: true)
    guard file.isOrdinary else { return nil }
    let size = file.size
    var failure: Failure?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      do throws(Failure) {
        count = try file.read(
          into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<size]))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes a file whole; what had its name before is removed first.
  package func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    var file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if file < 0 && errno == EEXIST {
      try remove(name)
      file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    }
    guard file >= 0 else { throw Failure(code: errno) }
    var failure: Failure?
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while failure == nil, !rest.isEmpty, let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress {
        // Linux takes at most 2 GiB in one call, Darwin refuses more.
        let count = Platform.write(file, base, min(rest.count, 1 << 30))
        if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { failure = Failure(code: errno) }
      }
    }
    // Some file systems report a full disk only now.
    if close(file) != 0 && failure == nil { failure = Failure(code: errno) }
    if let failure { throw failure }
  }

  /// Removes a file, or a folder with all that is in it; what is missing is well.
  package func remove(_ name: String) throws(Failure) {
    if unlinkat(descriptor, name, 0) == 0 || errno == ENOENT { return }
    // Linux says EISDIR for a folder, Darwin EPERM.
    guard errno == EISDIR || errno == EPERM else { throw Failure(code: errno) }
    let inner = try folder(name)
    for name in try inner.names() { try inner.remove(name) }
    guard unlinkat(descriptor, name, AT_REMOVEDIR) == 0 || errno == ENOENT else { throw Failure(code: errno) }
  }

  /// Gives another name to what is in this folder; a file or an empty folder of that name is replaced.
  package func rename(_ name: String, to other: String) throws(Failure) {
    guard renameat(descriptor, name, descriptor, other) == 0 else { throw Failure(code: errno) }
  }

  /// Claims the folder for this handle until it is released, or the process ends; false where another has claimed it.
  ///
  /// A file system without locks lets everyone have it.
  package func claim() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK }

  /// Gives up the claim. Closing alone does so too late where a child process is just being started.
  package func release() { flock(descriptor, LOCK_UN) }

  /// Whether this is the very folder that another folder knows by a name.
  package func isFolder(_ name: String, of other: borrowing FolderHandle) -> Bool {
    var open = stat()
    var named = stat()
    guard fstat(descriptor, &open) == 0, fstatat(other.descriptor, name, &named, AT_SYMLINK_NOFOLLOW) == 0 else {
      return false
    }
    return open.st_dev == named.st_dev && open.st_ino == named.st_ino
  }

  /// Whether both folders are in one file system, so that one can be renamed into the other.
  package func sharesFileSystem(with other: borrowing FolderHandle) -> Bool {
    var (own, others) = (stat(), stat())
    return fstat(descriptor, &own) == 0 && fstat(other.descriptor, &others) == 0 && own.st_dev == others.st_dev
  }
}
