/// Takes rows one after another out of a stream.
package protocol RecordReader {
  /// Reads the next row; false at the end.
  ///
  /// Throws `TracksError.unusable` where the stream is damaged or past a limit, with the line; the rows before have been
  /// given out by then. Nothing more may be asked of a reader that has thrown.
  mutating func next(into row: inout RecordRow) throws(TracksError) -> Bool
  /// The format's name, as a summary gives it: settled once `next` has said that there is no more.
  var formatName: String { get }
  /// The columns of the table that is read, and what they were taken to mean; nil for formats without columns.
  var columns: [ColumnUse]? { get }
}

extension RecordReader {
  /// Formats of records have none.
  package var columns: [ColumnUse]? { nil }
}
