/// Takes rows one after another out of a stream.
package protocol RecordReader {
  /// What the stream turned out to be, as far as it has been read: settled once `next` has said that there is no more.
  var formatName: String { get }

  /// Reads the next row; false at the end.
  ///
  /// Throws `TracksError.unusable` where the stream is damaged or goes beyond a limit, with the line; the rows before
  /// have been given out by then. Nothing more may be asked of a reader that has thrown.
  mutating func next(into row: inout RecordRow) throws(TracksError) -> Bool
}
