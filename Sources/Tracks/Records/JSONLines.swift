/// JSON that has a value on each line, so that any worker can read some of its lines.
package struct JSONLines: Sendable {
  /// The format's name, as a summary gives it.
  let formatName: String
  let path: String
  let limits: RecordLimits
  let map: [ColumnRole: String]

  /// Looks at the first `FormatProbe.length` bytes of a file; nil where fewer have been given, for it is soon read
  /// anyway, or where not every line is an object and the first of them a row.
  init?(start: [UInt8], path: String, limits: RecordLimits, map: [ColumnRole: String]) {
    guard start.count == FormatProbe.length, let end = start.lastIndex(of: 10) else { return nil }
    for line in start[..<end].split(separator: 10) {
      let first = line.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
      guard first == nil || first == UInt8(ascii: "{") else { return nil }
    }
    let bytes = PrecededBytes(Array(start[...end]))
    var reader = JSONRecordReader(bytes: bytes, path: path, limits: limits, map: map)
    var row = RecordRow()
    do throws(TracksError) {
      while try reader.next(into: &row) {}
    } catch { return nil }
    guard reader.isReadByLines else { return nil }
    formatName = reader.formatName
    self.path = path
    self.limits = limits
    self.map = map
  }

  /// A reader of some of the lines, or of all that is left; its lines count from 1.
  func reader(of bytes: any RecordBytes) -> JSONRecordReader {
    JSONRecordReader(bytes: bytes, path: path, limits: limits, map: map, isWithinLines: true)
  }

  /// Reads a chunk's lines.
  func parse(_ chunk: borrowing InputChunk, _ options: ReadOptions) -> ReadOutcome {
    let lines = Array(chunk.bytes[chunk.lineStart..<chunk.lineEnd])
    var outcome = RecordFeed(reader(of: PrecededBytes(lines)), options: options, scope: chunk.index).rest()
    // As a sum, which the compiler makes of many bytes at a time.
    outcome.lines = lines.withUnsafeBufferPointer { $0.reduce(0) { $0 &+ ($1 == 10 ? 1 : 0) } }
    return outcome
  }
}
