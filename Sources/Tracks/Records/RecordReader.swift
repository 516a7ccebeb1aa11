/// Takes rows one after another out of a stream.
protocol RecordReader {
  /// Reads the next row; false at the end. Throws `TracksError.unusable` where the stream is damaged or past a limit.
  mutating func next(into row: inout RecordRow) throws(TracksError) -> Bool
  /// The format's name, as a summary gives it.
  var formatName: String { get }
}
