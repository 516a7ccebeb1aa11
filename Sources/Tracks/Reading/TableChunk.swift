/// Whole lines of one table, on their way from the file to a parser.
package struct TableChunk: Sendable {
  /// Place in the order of all chunks, from 0.
  package let index: Int
  /// Which input it is from.
  let input: Int
  /// The table's name for sentences: the file's, or `file:member`.
  let table: String
  /// How to read the table.
  package let plan: ColumnPlan
  /// The bytes, or none once they are parsed: `lineStart..<lineEnd` are whole lines, `TableParser.padding` more follow.
  package var bytes: [UInt8]
  /// Where the lines begin: 0, or behind the header.
  let lineStart: Int
  /// Behind the last line end.
  let lineEnd: Int
  /// How many of the bytes, from the first, are the file's own and shall be hashed; 0 where that is done already.
  let hashed: Int
  /// Whether it is the first of its table, where lines are counted anew.
  let isFirst: Bool
  /// What there is to say of the input, with its last chunk.
  let inputEnd: InputEnd?

  /// The same but for the bytes, so that these have one owner.
  var withoutBytes: TableChunk {
    var chunk = self
    chunk.bytes = []
    return chunk
  }

  /// An input that has been read to its end.
  struct InputEnd: Sendable {
    /// Bytes as stored.
    let bytes: Int
    /// The hash of them, where it was made while reading; else `hashed` bytes of all chunks make it.
    let sha256: String?
  }
}
