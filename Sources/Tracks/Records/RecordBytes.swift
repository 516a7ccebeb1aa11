/// Where a reader's bytes come from.
package protocol RecordBytes: AnyObject {
  /// Reads up to `buffer.count` bytes, which are at least one; none only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TracksError) -> Int
}

extension PackedFile: RecordBytes {}
