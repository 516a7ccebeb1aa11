import CArchive
import Platform

/// The members of a compressed file or archive, one after the other, through libarchive; the file is hashed as it passes.
final class ArchiveStream {
  private let raw: ByteStream
  private let archive: OpaquePointer
  private let relay: Relay
  private let limits: ReadLimits
  private let total: Total
  /// Whether there is no further member.
  private var hasEnded = false
  /// Files met so far.
  private var members = 0

  /// What all archives at a level have come to, an archive's members' among them.
  final class Total {
    /// Bytes unpacked so far.
    fileprivate(set) var bytesUnpacked = 0
  }

  /// What libarchive's read callback works on: its buffer must outlive each call.
  private final class Relay {
    let raw: ByteStream
    let gzip: GzipStream?
    let buffer: UnsafeMutableRawBufferPointer
    var failure: TracksError?
    /// Bytes given out so far, and those of them that are in the buffer.
    private(set) var given = 0
    private(set) var last = 0

    init(_ raw: ByteStream, gzip: GzipStream?) {
      self.raw = raw
      self.gzip = gzip
      // Below what the system gives back after each use.
      buffer = .allocate(byteCount: 1 << 16, alignment: 64)
    }

    deinit { buffer.deallocate() }

    func next() -> Int {
      do throws(TracksError) {
        let count: Int
        if let gzip {
          count = try gzip.read(into: buffer)
        } else {
          count = try raw.read(into: buffer)
          raw.hash(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
        given += count
        // At the end the buffer still holds what was given out before.
        if count > 0 { last = count }
        return count
      } catch {
        failure = error
        return -1
      }
    }
  }

  /// Whether the first 512 bytes begin a format that libarchive takes apart: gzip, zstd, xz, bzip2, zip, tar.
  static func recognises(_ start: [UInt8]) -> Bool {
    if isSkippable(start) { return true }
    if start.count >= 262, start[257..<262].elementsEqual("ustar".utf8) { return true }
    return [
      [0x1F, 0x8B], [0x28, 0xB5, 0x2F, 0xFD], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], [0x42, 0x5A, 0x68],
      [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06],
    ].contains { start.starts(with: $0) }
  }

  /// Whether a frame of zstd begins that holds nothing, such as pzstd writes first (RFC 8878, 3.1.2).
  private static func isSkippable(_ start: [UInt8]) -> Bool {
    start.count >= 4 && start[0] & 0xF0 == 0x50 && start[1..<4].elementsEqual([0x2A, 0x4D, 0x18])
  }

  /// Passes over the frames at a stream's beginning that hold nothing, which libarchive does not know there.
  private static func skipFrames(_ raw: ByteStream) throws(TracksError) {
    while true {
      let head = try raw.peek(8)
      guard head.count == 8, isSkippable(head) else { return }
      var left = 8 + head[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
      let passed = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
      defer { passed.deallocate() }
      while left > 0 {
        let part = UnsafeMutableRawBufferPointer(rebasing: passed[..<min(left, passed.count)])
        let count = try raw.read(into: part)
        if count == 0 { return }
        raw.hash(UnsafeRawBufferPointer(rebasing: part[..<count]))
        left -= count
      }
    }
  }

  /// Begins to take a stream apart that begins with some bytes.
  ///
  /// What it unpacks is added to a total, which the limits are for.
  init(_ raw: ByteStream, start: [UInt8], limits: ReadLimits, total: Total) throws(TracksError) {
    if Self.isSkippable(start) { try Self.skipFrames(raw) }
    guard let archive = archive_read_new() else { throw .readFailed(path: raw.name, why: "out of memory") }
    self.raw = raw
    self.archive = archive
    self.limits = limits
    self.total = total
    relay = Relay(raw, gzip: start.starts(with: [0x1F, 0x8B]) ? try GzipStream(raw) : nil)
    // Not those that would start another program, nor gzip, whose sums nobody would check.
    archive_read_support_filter_zstd(archive)
    archive_read_support_filter_xz(archive)
    archive_read_support_filter_bzip2(archive)
    archive_read_support_format_zip(archive)
    archive_read_support_format_tar(archive)
    archive_read_support_format_raw(archive)
    archive_read_support_format_empty(archive)
    let context = Unmanaged.passUnretained(relay).toOpaque()
    let status = archive_read_open(
      archive, context, nil,
      { _, context, block in
        guard let context else { return -1 }
        let relay = Unmanaged<Relay>.fromOpaque(context).takeUnretainedValue()
        block?.pointee = UnsafeRawPointer(relay.buffer.baseAddress)
        return relay.next()
      }, nil)
    guard status == ARCHIVE_OK else { throw failure() }
  }

  deinit { archive_read_free(archive) }

  /// Bytes read of the outermost file.
  var bytesReadOfFile: Int { raw.bytesReadOfFile }

  /// Goes to the next member that is a file; its name, or nil at the end. A compressed single file's member has no name,
  /// and one of nothing has none: there is no member in it.
  func nextMember() throws(TracksError) -> String? {
    while !hasEnded {
      var entry: OpaquePointer?
      // In the letters of the environment a name may have none, and then is nothing.
      let status = withUTF8Letters { archive_read_next_header(archive, &entry) }
      if status == ARCHIVE_EOF {
        hasEnded = true
        try lookBehind()
        return nil
      }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else { throw failure() }
      if archive_format(archive) == ARCHIVE_FORMAT_RAW {
        // Begun as something packed, and yet nothing that could be unpacked.
        guard relay.gzip != nil || archive_filter_code(archive, 0) != ARCHIVE_FILTER_NONE else {
          throw damaged("it is cut short")
        }
        return ""
      }
      let regularFile = 0o100000
      guard Int(archive_entry_filetype(entry)) & 0o170000 == regularFile else { continue }
      members += 1
      let name = withUTF8Letters { archive_entry_pathname(entry).map { String(cString: $0) } } ?? "member \(members)"
      if archive_entry_is_data_encrypted(entry) != 0 {
        throw .unusable(
          path: raw.name + ":" + name, line: nil,
          why: "is encrypted; unpack the archive with its password and give what is in it")
      }
      return name
    }
    return nil
  }

  /// Reads up to `buffer.count` bytes of the member; fewer only at its end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TracksError) -> Int {
    var filled = 0
    while filled < buffer.count, let base = buffer.baseAddress {
      let count = archive_read_data(archive, base + filled, buffer.count - filled)
      if count == 0 { break }
      guard count > 0 else { throw failure() }
      filled += Int(count)
    }
    total.bytesUnpacked += filled
    let bytesUnpacked = total.bytesUnpacked
    if bytesUnpacked > limits.mostUnpackedBytes {
      throw .unusable(
        path: raw.name, line: nil,
        why: "unpacks to more than \(limits.mostUnpackedBytes) bytes; raise --limit unpacked= if that is meant")
    }
    if bytesUnpacked > ReadLimits.freeBytes, bytesUnpacked / limits.largestRatio > bytesReadOfFile {
      throw .unusable(
        path: raw.name, line: nil,
        why: "unpacks to more than \(limits.largestRatio) times its size; raise --limit ratio= if that is meant")
    }
    return filled
  }

  /// Throws where something else than zeros stands behind a stream of bzip2, which libarchive takes for its end.
  private func lookBehind() throws(TracksError) {
    guard archive_format(archive) == ARCHIVE_FORMAT_RAW, archive_filter_code(archive, 0) == ARCHIVE_FILTER_BZIP2 else {
      return
    }
    var rest = relay.buffer[..<relay.last].suffix(max(0, relay.given - Int(archive_filter_bytes(archive, -1))))
    repeat {
      guard rest.allSatisfy({ $0 == 0 }) else { throw damaged("something else stands behind what it holds") }
      rest = relay.buffer[..<max(0, relay.next())]
    } while !rest.isEmpty
    if let failure = relay.failure { throw failure }
  }

  /// Takes what stands behind the last member into the hash, so that it covers the whole file.
  func drain() throws(TracksError) {
    while relay.next() > 0 {}
    if let failure = relay.failure { throw failure }
  }

  private func failure() -> TracksError {
    if let failure = relay.failure { return failure }
    let words = archive_error_string(archive).map { String(cString: $0) } ?? "the archive is damaged"
    if words.contains("too much memory") {
      return .unusable(
        path: raw.name, line: nil,
        why: "cannot be decompressed (\(words)); unpack it first, as with zstd -d --long=31")
    }
    return damaged(words)
  }

  private func damaged(_ words: String) -> TracksError {
    .unusable(
      path: raw.name, line: nil, why: "cannot be decompressed (\(words)); check that the file is whole")
  }
}
