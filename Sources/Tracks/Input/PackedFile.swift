/// The files in a file, one after the other: the file itself where it is plain, what it holds where it is compressed
/// or an archive; the whole is hashed as it passes.
package final class PackedFile {
  private let raw: ByteStream
  private let archive: ArchiveStream?
  private var hasBegun = false

  /// Opens a file; the kind is found by content. Throws where it cannot be opened or is no whole archive.
  package init(_ path: String) throws(TracksError) {
    raw = try ByteStream(.file(path: path))
    archive = ArchiveStream.recognises(try raw.peek(8)) ? try ArchiveStream(raw) : nil
  }

  /// Goes to the next file; its name in an archive, "" for the only one, nil at the end.
  package func next() throws(TracksError) -> String? {
    if let archive { return try archive.nextMember() }
    defer { hasBegun = true }
    return hasBegun ? nil : ""
  }

  /// Reads up to `buffer.count` bytes of the file in hand; fewer only at its end.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(TracksError) -> Int {
    if let archive { return try archive.read(into: buffer) }
    let count = try raw.read(into: buffer)
    raw.hash(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    return count
  }

  /// Takes the rest of the whole into the hash; its bytes and SHA-256 in hexadecimal.
  package func finish() throws(TracksError) -> (bytes: Int, sha256: String) {
    if let archive {
      try archive.drain()
    } else {
      let rest = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
      defer { rest.deallocate() }
      while try read(into: rest) > 0 {}
    }
    return (raw.bytesRead, raw.finishHash())
  }

  /// Bytes taken from the disk so far, and bytes in all, 0 where that is not known.
  package var progress: (read: Int, all: Int) { (raw.bytesRead, raw.size) }
}
