/// Where a reader's bytes come from.
protocol RecordBytes: AnyObject {
  /// Reads up to `buffer.count` bytes; fewer only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TracksError) -> Int
}

extension PackedFile: RecordBytes {}
