import Tracks

/// Vessels that somebody wants to be told of, by MMSI, by IMO number or by both.
///
/// A row that names no vessel is an error, not passed over: whoever watches must know that nothing is left out.
package struct Watchlist: Sendable, Equatable {
  /// A vessel to watch for.
  package struct Entry: Sendable, Equatable {
    /// Identity of its radio.
    package let mmsi: UInt32?
    /// Number of its hull.
    package let imo: UInt32?
    /// What the list calls it; may be empty.
    package let name: String
    /// Why it is on the list; may be empty.
    package let note: String
  }

  /// The entries in the order of the list.
  package private(set) var entries: [Entry] = []
  private var byMMSI: [UInt32: Int] = [:]
  private var byIMO: [UInt32: Int] = [:]

  private static let mmsiNames = ["mmsi", "mmsinumber", "mmsicode", "ssvid", "vesselmmsi"]
  private static let imoNames = ["imo", "imonumber", "imono", "vesselimo", "imocode"]
  private static let nameNames = ["name", "vesselname", "shipname", "vessel", "ship"]
  private static let noteNames = ["note", "notes", "remark", "remarks", "reason", "comment", "comments"]

  /// The list in a table with a header, whose fields stand between commas, semicolons, tabulators or bars.
  ///
  /// Throws `BehaviourError` for a file without column mmsi or imo, without entries, and for a row that cannot be read.
  package static func read(_ bytes: [UInt8], path: String) throws(BehaviourError) -> Watchlist {
    var list = Watchlist()
    var header: (fields: EventFields, delimiter: UInt8)?
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    var number = 0
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let line = Array(line.last == 0x0D ? line.dropLast() : line)
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      if let header {
        guard let row = fields(of: line, delimiter: header.delimiter) else {
          throw .notWatchlist(path: path, line: number, why: "a quote that is opened is not closed")
        }
        list.add(try entry(header.fields.with(row), path: path, line: number))
      } else {
        let delimiter = line.withUnsafeBufferPointer { EventTable.delimiter(of: $0) }
        let fields = EventFields(header: fields(of: line, delimiter: delimiter) ?? [])
        guard fields.hasName(mmsiNames + imoNames) else {
          throw .notWatchlist(path: path, line: number, why: "the header has no column mmsi or imo")
        }
        header = (fields, delimiter)
      }
    }
    guard header != nil else { throw .notWatchlist(path: path, line: nil, why: "the file is empty") }
    guard !list.entries.isEmpty else { throw .notWatchlist(path: path, line: nil, why: "the list names no vessels") }
    return list
  }

  /// The entry of a vessel, found by its MMSI or else by its IMO number; of several the first of the list.
  package func entry(mmsi: UInt32?, imo: UInt32?) -> Entry? {
    if let mmsi, let place = byMMSI[mmsi] { return entries[place] }
    if let imo, let place = byIMO[imo] { return entries[place] }
    return nil
  }

  private mutating func add(_ entry: Entry) {
    if let mmsi = entry.mmsi, byMMSI[mmsi] == nil { byMMSI[mmsi] = entries.count }
    if let imo = entry.imo, byIMO[imo] == nil { byIMO[imo] = entries.count }
    entries.append(entry)
  }

  private static func fields(of line: [UInt8], delimiter: UInt8) -> [String]? {
    line.withUnsafeBufferPointer { line in
      var fields: [String] = []
      var position = 0
      repeat {
        guard let field = FieldSplitter.field(of: line, from: &position, delimiter: delimiter) else { return nil }
        fields.append(String(decoding: field, as: UTF8.self))
      } while position <= line.count
      return fields
    }
  }

  private static func entry(_ fields: EventFields, path: String, line: Int) throws(BehaviourError) -> Entry {
    let (mmsiText, imoText) = (fields.text(mmsiNames), fields.text(imoNames))
    let mmsi = mmsiText.flatMap { number($0, digits: 9) }
    let imo = imoText.flatMap { number(withoutLetters($0), digits: 7) }
    // No text of the file stands in the sentence: it goes to a terminal.
    if mmsiText != nil, mmsi == nil {
      throw .notWatchlist(path: path, line: line, why: "the mmsi is not nine digits")
    }
    if imoText != nil, imo == nil {
      throw .notWatchlist(path: path, line: line, why: "the imo is not seven digits")
    }
    guard mmsi != nil || imo != nil else {
      throw .notWatchlist(path: path, line: line, why: "the row has neither mmsi nor imo")
    }
    return Entry(
      mmsi: mmsi, imo: imo, name: SaidText(Array((fields.text(nameNames) ?? "").utf8)).text,
      note: SaidText(Array((fields.text(noteNames) ?? "").utf8), limit: 500).text)
  }

  /// An IMO number without the letters before it.
  private static func withoutLetters(_ text: String) -> Substring {
    text.prefix(3).lowercased() == "imo" ? text.dropFirst(3).drop { $0 == " " || $0 == ":" } : text[...]
  }

  /// A number of so many digits; a fraction of zeros, as spreadsheets write it, is let pass.
  private static func number(_ text: some StringProtocol, digits: Int) -> UInt32? {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts[0].count == digits, parts[0].allSatisfy({ $0 &- 48 <= 9 }),
      parts.count == 1 || parts[1].allSatisfy({ $0 == 48 })
    else { return nil }
    let number = parts[0].reduce(UInt32(0)) { $0 * 10 + UInt32($1 - 48) }
    return number > 0 ? number : nil
  }
}
