import Tracks

/// Reads events from a table with a header.
///
/// A line's end always ends the row; blank lines are passed over. Fields stand between commas, semicolons, tabulators or
/// bars, whichever the header has most of.
struct EventTable {
  /// The file's name, for the sentence about a header that says too little.
  let path: String
  /// Which events are wanted.
  let selection: RowSelection

  /// The events of a table's bytes; lines count from 1.
  func read(_ text: [UInt8]) throws(BehaviourError) -> EventFile {
    var file = EventFile()
    var failure: BehaviourError?
    text.withUnsafeBufferPointer { text in
      do throws(BehaviourError) {
        try read(text, into: &file)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return file
  }

  private func read(_ text: UnsafeBufferPointer<UInt8>, into file: inout EventFile) throws(BehaviourError) {
    var header: (fields: EventFields, count: Int, delimiter: UInt8)?
    var start = 0
    var number = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != 0x0A { end += 1 }
      let next = end + 1
      if end > start, text[end - 1] == 0x0D { end -= 1 }
      let line = UnsafeBufferPointer(rebasing: text[start..<end])
      start = next
      number += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      if let header {
        let record = Result { () throws(EventRejectReason) in
          let row = try Self.row(line, delimiter: header.delimiter, count: header.count)
          return try header.fields.with(row).record(shape: nil)
        }
        file.add(record, number: number, selection: selection) { reason in
          let row = reason == .malformed ? nil : try? Self.row(line, delimiter: header.delimiter, count: header.count)
          return row.map { header.fields.with($0).blame(reason) } ?? String(decoding: line, as: UTF8.self)
        }
      } else {
        header = try self.header(line, number: number)
      }
    }
    if header == nil { throw .notEvents(path: path, line: nil, why: "the file is empty") }
  }

  private typealias Header = (fields: EventFields, count: Int, delimiter: UInt8)

  private func header(_ line: UnsafeBufferPointer<UInt8>, number: Int) throws(BehaviourError) -> Header {
    let header = Self.header(line)
    guard Self.namesEvents(header.fields) else {
      throw .notEvents(
        path: path, line: number, why: "the header has no columns for latitude, longitude and start or count")
    }
    return header
  }

  /// Whether a line is the header of events, and not one of positions, which have a time of their own.
  static func hasHeader(of line: UnsafeBufferPointer<UInt8>) -> Bool {
    let fields = header(line).fields
    return namesEvents(fields) && !fields.hasName(["timestamp", "basedatetime", "time"])
  }

  private static func namesEvents(_ fields: EventFields) -> Bool {
    let hasPlace =
      fields.hasName(EventFields.latitudeNames) && fields.hasName(EventFields.longitudeNames)
      || fields.hasName(EventFields.fromLatitudeNames) && fields.hasName(EventFields.fromLongitudeNames)
    return hasPlace && fields.hasName(EventFields.startNames + EventFields.countNames)
  }

  private static func header(_ line: UnsafeBufferPointer<UInt8>) -> Header {
    let delimiter = delimiter(of: line)
    let names = FieldSplitter.fields(of: line, delimiter: delimiter).map { String(decoding: $0, as: UTF8.self) }
    return (EventFields(header: names), names.count, delimiter)
  }

  /// The byte of which a header has most: comma, semicolon, tabulator or bar.
  static func delimiter(of line: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
    var (delimiter, most) = (delimiters[0], 0)
    for candidate in delimiters {
      let count = line.count { $0 == candidate }
      if count > most { (delimiter, most) = (candidate, count) }
    }
    return delimiter
  }

  /// The fields of a row; it may have empty ones more than the header, but not fewer.
  private static func row(
    _ line: UnsafeBufferPointer<UInt8>, delimiter: UInt8, count: Int
  ) throws(EventRejectReason) -> [String] {
    var row: [String] = []
    row.reserveCapacity(count)
    var position = 0
    repeat {
      guard let field = FieldSplitter.field(of: line, from: &position, delimiter: delimiter) else { throw .malformed }
      if row.count < count {
        row.append(CSVText.text(ofCell: String(decoding: field, as: UTF8.self)))
      } else if !field.isEmpty {
        throw .malformed
      }
    } while position <= line.count
    guard row.count == count else { throw .malformed }
    return row
  }
}
