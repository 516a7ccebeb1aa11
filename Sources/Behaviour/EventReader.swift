import JSON
import Tracks

/// Reads events and hotspots, whose format is found from the content.
///
/// Read are a GeoJSON FeatureCollection or Feature (Point, LineString, MultiPoint, Polygon, MultiPolygon), a JSON array of
/// events or an object that holds one as `entries`, and CSV with a header; names as in the files that the program
/// writes and in those of Global Fishing Watch.
package enum EventReader {
  /// Files with more bytes are refused.
  package static let limitInMegabytes = 64

  /// The events and hotspots that a selection takes, and what became of each feature or row.
  ///
  /// Throws `BehaviourError` for a file that holds no events, that is of no known format or too large; `path` stands in
  /// its sentence.
  package static func read(
    bytes: [UInt8], path: String, selection: RowSelection = RowSelection()
  ) throws(BehaviourError) -> EventFile {
    guard bytes.count <= limitInMegabytes << 20 else {
      throw .tooLarge(path: path, limitInMegabytes: limitInMegabytes)
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    let first = text.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    let file =
      isJSON
      ? try json(text, path: path, selection) : try EventTable(path: path, selection: selection).read(text)
    // That nothing is wanted of it is no fault of the file.
    guard file.ledger.accepted > 0 || file.ledger.rejections.contains(where: { !$0.reason.isFault }) else {
      throw .nothingUsable(path: path, ledger: file.ledger)
    }
    return file
  }

  /// Whether a file that begins with these bytes is one of events: JSON in which something has a start or is a hotspot,
  /// or a table whose header has a start and a place but no identity or time of positions.
  package static func recognises(_ start: [UInt8]) -> Bool {
    let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start[3...] : start[...]
    // What is packed, or stored as it is in an archive, is not text.
    if text.prefix(512).contains(where: { $0 < 9 }) { return false }
    guard let first = text.first(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }) else { return false }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      return hasEvent(String(decoding: text, as: UTF8.self))
    }
    return Array(text.prefix { $0 != 0x0A && $0 != 0x0D }).withUnsafeBufferPointer { EventTable.hasHeader(of: $0) }
  }

  /// Whether JSON has a member that only events have, and none that positions have for their time; a record of where
  /// events come from, which only the program's own files have, may have any.
  private static func hasEvent(_ text: String) -> Bool {
    let words = text.split(separator: "\"", omittingEmptySubsequences: false)
    var (hasStart, hasTime, hasRecord) = (false, false, false)
    for (word, behind) in zip(words, words.dropFirst()) {
      if word == "hotspot" { return true }
      guard behind.first(where: { !$0.isWhitespace }) == ":" else { continue }
      let name = EventFields.normalized(String(word))
      if name == "provenance" { hasRecord = true }
      if positionTimes.contains(name) { hasTime = true }
      if EventFields.startNames.prefix(5).contains(name) { hasStart = true }
    }
    return hasStart && (hasRecord || !hasTime)
  }

  private static let positionTimes = ["time", "timestamp", "basedatetime", "msgtime"]

  private static func json(
    _ text: [UInt8], path: String, _ selection: RowSelection
  ) throws(BehaviourError) -> EventFile {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: text)
    } catch {
      throw .notEvents(path: path, line: nil, why: "not JSON at byte \(error.offset): \(error.reason)")
    }
    guard let entries = entries(of: value) else {
      throw .notEvents(path: path, line: nil, why: "JSON without features or events")
    }
    var file = EventFile()
    file.detection = value["provenance"]?["detection"]
    for (place, entry) in entries.enumerated() {
      let result = Result { () throws(EventRejectReason) in try record(of: entry) }
      file.add(result, number: place + 1, selection: selection) { EventFields(content(of: entry) ?? entry).blame($0) }
    }
    return file
  }

  private static func entries(of value: JSONValue) -> [JSONValue]? {
    if let elements = value.elements { return elements }
    if let features = value["features"]?.elements { return features }
    if let entries = (value["entries"] ?? value["events"])?.elements { return entries }
    let isSingle = value["type"]?.string == "Feature" || value["start"] != nil
    return isSingle ? [value] : nil
  }

  /// The members that say what an entry is; nil where it has none.
  private static func content(of entry: JSONValue) -> JSONValue? {
    guard case .object = entry else { return nil }
    guard entry["type"]?.string == "Feature" else { return entry }
    guard case .object(var members)? = entry["properties"] else { return nil }
    if let id = entry["id"], entry["properties"]?["id"] == nil { members.append(.init(key: "id", value: id)) }
    return .object(members)
  }

  private static func record(of entry: JSONValue) throws(EventRejectReason) -> EventRecord {
    guard let content = content(of: entry) else { throw .malformed }
    let fields = EventFields(content)
    var shape: EventShape?
    if let geometry = entry["geometry"], geometry != .null { shape = try EventShape(geometry: geometry) }
    return try fields.record(shape: shape)
  }
}
