/// Directories of PMTiles 3 before compression: a count, then the entries column by column as variable-length numbers.
///
/// The columns are the tile numbers (each as the step from the one before), run lengths, lengths, and offsets (0 where
/// an entry's bytes begin right behind those of the one before, the offset plus 1 elsewhere).
package enum PMTilesDirectory {
  /// A directory's bytes, not yet compressed; entries are by rising number.
  package static func encode(_ entries: ArraySlice<PMTilesEntry>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(10 + entries.count * 8)
    append(UInt64(entries.count), to: &bytes)
    var previous: UInt64 = 0
    for entry in entries {
      precondition(entry.tileID >= previous, "entries by rising number")
      append(entry.tileID - previous, to: &bytes)
      previous = entry.tileID
    }
    for entry in entries { append(UInt64(entry.runLength), to: &bytes) }
    for entry in entries { append(UInt64(entry.length), to: &bytes) }
    var end: UInt64?
    for entry in entries {
      append(entry.offset == end ? 0 : entry.offset + 1, to: &bytes)
      end = entry.offset + UInt64(entry.length)
    }
    return bytes
  }

  /// A directory's bytes, not yet compressed; entries are by rising number.
  package static func encode(_ entries: [PMTilesEntry]) -> [UInt8] { encode(entries[...]) }

  /// The entries of a directory's bytes, already decompressed; order and ranges are not looked into.
  ///
  /// Throws `decodingFailed` where the bytes end too early or too late, and for numbers that have no room.
  package static func decode(_ bytes: [UInt8]) throws(ExportError) -> [PMTilesEntry] {
    var position = 0
    let claimed = try number(bytes, &position)
    // An entry takes a byte in each column at least: a count beyond that asks for no memory.
    guard claimed <= UInt64((bytes.count - position) / 4) else {
      throw failure("\(claimed) entries cannot be in \(bytes.count) bytes")
    }
    let empty = PMTilesEntry(tileID: 0, offset: 0, length: 0, runLength: 0)
    var entries = [PMTilesEntry](repeating: empty, count: Int(claimed))
    var tileID: UInt64 = 0
    for index in entries.indices {
      let (next, isTooLarge) = tileID.addingReportingOverflow(try number(bytes, &position))
      guard !isTooLarge else { throw failure("the number of the tile in entry \(index) is too large") }
      tileID = next
      entries[index].tileID = tileID
    }
    for index in entries.indices {
      entries[index].runLength = try shortNumber(bytes, &position, "run length", index)
    }
    for index in entries.indices { entries[index].length = try shortNumber(bytes, &position, "length", index) }
    for index in entries.indices {
      let value = try number(bytes, &position)
      if value > 0 {
        entries[index].offset = value - 1
      } else if index > 0 {
        let before = entries[index - 1]
        let (offset, isTooLarge) = before.offset.addingReportingOverflow(UInt64(before.length))
        guard !isTooLarge else { throw failure("the offset of entry \(index) is too large") }
        entries[index].offset = offset
      } else {
        throw failure("the first entry's bytes should begin behind those of one before, and there is none")
      }
    }
    guard position == bytes.count else {
      throw failure("\(bytes.count - position) bytes stand behind the last entry")
    }
    return entries
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private static func number(_ bytes: [UInt8], _ position: inout Int) throws(ExportError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      guard shift < 63 || byte <= 1 else { throw failure("a number at byte \(position - 1) is too long") }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw failure("it ends within a number")
  }

  private static func shortNumber(
    _ bytes: [UInt8], _ position: inout Int, _ what: String, _ index: Int
  ) throws(ExportError) -> UInt32 {
    let value = try number(bytes, &position)
    guard let short = UInt32(exactly: value) else { throw failure("the \(what) of entry \(index) is too large") }
    return short
  }

  private static func failure(_ reason: String) -> ExportError {
    .decodingFailed(format: "PMTiles directory", reason: reason)
  }
}
