/// A piece of one input on its way from the file to the log: whole lines to be parsed, or rows that have been read.
package struct InputChunk: Sendable {
  /// What is in a chunk.
  package enum Content: Sendable {
    /// Lines of a table.
    case table(ColumnPlan)
    /// Lines of a log of NMEA sentences.
    case sentences
    /// Lines of JSON.
    case jsonLines(JSONLines)
    /// Rows that could only be read one after another, and were.
    case rows(ReadOutcome)
  }

  /// Place in the order of all chunks, from 0.
  package let index: Int
  /// Which input it is from.
  let input: Int
  /// The table's name for sentences: the file's, or `file:member`.
  let table: String
  /// What is in it.
  package let content: Content
  /// The format's name.
  let format: FoundFormat
  /// The bytes, or none once they are parsed: `lineStart..<lineEnd` are whole lines, `TableParser.padding` more follow.
  package var bytes: [UInt8]
  /// Where the lines begin: 0, or behind the header.
  let lineStart: Int
  /// Behind the last line end.
  let lineEnd: Int
  /// How many of the bytes, from the first, are the file's own and shall be hashed; 0 where `stored` has them.
  let hashed: Int
  /// The file's own bytes that were read for this chunk and shall be hashed, where `bytes` are not those.
  let stored: [[UInt8]]
  /// Whether it is the first of its table, where lines are counted anew.
  let isFirst: Bool
  /// How many lines stand before the first of its table's rows.
  let headerLines: Int
  /// What there is to say of the input, with its last chunk.
  let inputEnd: InputEnd?

  /// The same but for the bytes and the rows, so that these have one owner.
  var withoutContent: InputChunk {
    InputChunk(
      index: index, input: input, table: table, content: .sentences, format: format, bytes: [], lineStart: lineStart,
      lineEnd: lineEnd, hashed: hashed, stored: [], isFirst: isFirst, headerLines: headerLines,
      inputEnd: inputEnd)
  }

  /// An input that has been read to its end.
  struct InputEnd: Sendable {
    /// Bytes as stored.
    let bytes: Int
    /// Members of an archive that are no recordings, such as `readme.pdf`.
    let passedOver: [String]
  }
}
