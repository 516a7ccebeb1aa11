/// Where a reader's bytes come from.
package protocol RecordBytes: AnyObject {
  /// Reads bytes into a buffer that is not empty, and says how many; 0 is the end, and fewer than asked for may be.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TracksError) -> Int
}
