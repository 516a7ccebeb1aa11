/// Cuts one line of a table into its fields: the definition that the quick path of `TableParser` must agree with.
///
/// A field that begins with a quote ends at the quote that stands before a delimiter or the line's end; two quotes
/// inside mean one. Quotes elsewhere are letters like any other (`RAY "CHIEF" TONEY`). A line's end always ends the
/// row, so a stray quote can never swallow the rows behind it.
package enum FieldSplitter {
  /// The fields of a line without its line end; quotes around a field and blanks around it are taken off.
  package static func fields(of line: UnsafeBufferPointer<UInt8>, delimiter: UInt8) -> [[UInt8]] {
    var fields: [[UInt8]] = []
    var position = 0
    while true {
      fields.append(field(of: line, from: &position, delimiter: delimiter) ?? [])
      if position > line.count { return fields }
    }
  }

  /// The field that begins at `position`, which moves behind the delimiter or, at the end, behind the line.
  ///
  /// Nil when its quote does not close; the field then ends at the next delimiter.
  package static func field(
    of line: UnsafeBufferPointer<UInt8>, from position: inout Int, delimiter: UInt8
  ) -> [UInt8]? {
    let quote = UInt8(ascii: "\"")
    let start = position
    var bytes: [UInt8] = []
    if start < line.count, line[start] == quote {
      var index = start + 1
      while index < line.count {
        if line[index] == quote {
          if index + 1 == line.count || line[index + 1] == delimiter {
            position = index + 2
            return bytes
          }
          if line[index + 1] == quote { index += 1 }
        }
        bytes.append(line[index])
        index += 1
      }
    }
    var index = start
    while index < line.count, line[index] != delimiter { index += 1 }
    position = index + 1
    if start < line.count, line[start] == quote { return nil }
    return trimmed(line[start..<index])
  }

  private static func trimmed(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return Array(bytes[first...last])
  }
}
