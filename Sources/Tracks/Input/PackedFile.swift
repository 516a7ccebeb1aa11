import Platform

/// The files in a file, one after the other: the file itself where it is plain, what it holds where it is compressed
/// or an archive; the whole is hashed as it passes.
package final class PackedFile {
  private let raw: ByteStream
  private let archive: ArchiveStream?
  private let limits: ReadLimits
  /// Archives inside archives: the member in hand is the last one's; their names before it.
  private var inner: [(archive: ArchiveStream, name: String, hasMembers: Bool)] = []
  /// Whether the file in hand is an archive or a packed file of nothing.
  private var isOfNothing = false
  private var hasMembers = false
  /// What the archives at each level inside have unpacked: many small ones count as one.
  private let totals = (0..<PackedFile.deepestArchive).map { _ in ArchiveStream.Total() }
  private var hasBegun = false
  private var pushedBack: ArraySlice<UInt8> = []
  /// Whether a plain file's bytes are hashed as they are read; those of an archive always are.
  var hashesPlainBytes = true

  /// Opens a file; the kind is found by content. Throws where it cannot be opened or is no whole archive.
  package convenience init(_ path: String) throws(TracksError) { try self.init(.file(path: path)) }

  /// Opens an input; an archive may unpack to as much as limits allow. `leavesHashing` leaves the bytes that are to be
  /// hashed, from the first, to the caller, who is free to do it elsewhere.
  init(
    _ source: InputSource, limits: ReadLimits = ReadLimits(), leavesHashing: Bool = false
  ) throws(TracksError) {
    self.limits = limits
    raw = try ByteStream(source)
    // An archive's first bytes are read as it is opened.
    raw.leavesHashing = leavesHashing
    let start = try raw.peek(512)
    archive =
      ArchiveStream.recognises(start)
      ? try ArchiveStream(raw, start: start, limits: limits, total: ArchiveStream.Total()) : nil
  }

  /// The name for sentences.
  var name: String { raw.name }

  /// Whether it is compressed or an archive.
  var isPacked: Bool { archive != nil }

  /// Archives may lie inside one another this deep.
  private static let deepestArchive = 4

  /// Goes to the next file; its name in an archive, `inner:name` in one inside another, "" for the only one, nil at the end.
  package func next() throws(TracksError) -> String? {
    guard let archive else {
      defer { hasBegun = true }
      return hasBegun ? nil : ""
    }
    while true {
      pushedBack = []
      isOfNothing = false
      let current = inner.last?.archive ?? archive
      guard let member = try current.nextMember() else {
        // What holds nothing is told all the same, as an empty file.
        if let ended = inner.popLast() {
          guard ended.hasMembers else {
            isOfNothing = true
            return ended.name
          }
          continue
        }
        guard hasMembers else {
          (hasMembers, isOfNothing) = (true, true)
          return ""
        }
        return nil
      }
      hasMembers = true
      if !inner.isEmpty { inner[inner.count - 1].hasMembers = true }
      let name = [inner.last?.name ?? "", member].filter { !$0.isEmpty }.joined(separator: ":")
      let start = try peek(512)
      guard ArchiveStream.recognises(start) else { return name }
      let path = name.isEmpty ? raw.name : raw.name + ":" + name
      guard inner.count < Self.deepestArchive else {
        throw .unusable(path: path, line: nil, why: "lies too many archives deep; unpack the outer ones first")
      }
      pushedBack = []
      let stream = ByteStream(memberOf: current, name: path, start: start)
      inner.append((try ArchiveStream(stream, start: start, limits: limits, total: totals[inner.count]), name, false))
    }
  }

  /// Reads up to `buffer.count` bytes of the file in hand; fewer only at its end.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(TracksError) -> Int {
    let first = min(pushedBack.count, buffer.count)
    if first > 0 {
      buffer.copyBytes(from: pushedBack.prefix(first))
      pushedBack = pushedBack.dropFirst(first)
    }
    let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[first...])
    let count = first + (rest.isEmpty ? 0 : try unpack(into: rest))
    if archive == nil, hashesPlainBytes { raw.hash(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
    return count
  }

  /// The first bytes of the file in hand without using them up; fewer than `count` only where there are no more.
  func peek(_ count: Int) throws(TracksError) -> [UInt8] {
    var bytes = Array(pushedBack)
    let known = bytes.count
    guard known < count else { return bytes }
    bytes += [UInt8](repeating: 0, count: count - known)
    let got = try bytes.withUnsafeMutableBufferPointer { buffer throws(TracksError) in
      try unpack(into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[known...]))
    }
    bytes.removeLast(count - known - got)
    pushedBack = bytes[...]
    return bytes
  }

  /// Begins to hash a plain file's bytes as they are read, behind some that have been read already.
  func hashPlainBytes(from bytes: [UInt8]) {
    hashesPlainBytes = true
    if archive == nil { bytes.withUnsafeBytes { raw.hash($0) } }
  }

  private func unpack(into buffer: UnsafeMutableRawBufferPointer) throws(TracksError) -> Int {
    if isOfNothing { return 0 }
    if let current = inner.last?.archive ?? archive { return try current.read(into: buffer) }
    return try raw.read(into: buffer)
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

  /// The bytes that are left to the caller to be hashed, in their order.
  func takeUnhashed() -> [[UInt8]] { raw.takeUnhashed() }

  /// Bytes taken from the disk so far, and bytes in all, 0 where that is not known.
  package var progress: (read: Int, all: Int) { (raw.bytesRead, raw.size) }
}
