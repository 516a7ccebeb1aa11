import Platform

/// Reading for checks.
enum TileFile {
  /// The first bytes of a file, at most `limit`.
  static func bytes(_ path: String, limit: Int) throws(TileSetUnreadable) -> [UInt8] {
    let file = try open(path)
    return try bytes(file, 0..<min(file.size, limit))
  }

  /// Opens a file for reading.
  static func open(_ path: String) throws(TileSetUnreadable) -> FileHandle {
    do throws(FileHandle.Failure) {
      return try FileHandle.reading(path)
    } catch {
      throw .missing(reason: error.words)
    }
  }

  /// The bytes of a range that lies within the file.
  static func bytes(_ file: borrowing FileHandle, _ range: Range<Int>) throws(TileSetUnreadable) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    do throws(FileHandle.Failure) {
      try bytes.withUnsafeMutableBufferPointer { buffer throws(FileHandle.Failure) in
        try file.read(into: UnsafeMutableRawBufferPointer(buffer), at: range.lowerBound)
      }
    } catch {
      throw .readFailed(reason: error.words)
    }
    return bytes
  }
}
