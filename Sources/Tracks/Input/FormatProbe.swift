/// Tells formats apart by the first bytes of their content.
enum FormatProbe {
  /// So many bytes are looked at.
  static let length = 1 << 16

  /// The family of formats that content begins like, and how sure that is.
  ///
  /// Throws `TracksError.notARecording` for formats that are known and not read, and says what to do with them.
  static func family(
    of start: [UInt8], path: String
  ) throws(TracksError) -> (format: InputFormat, certainty: FormatCertainty) {
    if start.starts(with: "SQLite format 3\0".utf8) { return (.database, .certain) }
    try refuseForeign(start, path: path)
    let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start[3...] : start[...]
    guard let first = text.firstIndex(where: { !isBlank($0) }) else { return (.table, .likely) }
    // A line of a log may begin with a time in brackets.
    if text[first] != UInt8(ascii: "<"), let certainty = sentences(in: text) { return (.sentences, certainty) }
    switch text[first] {
    case UInt8(ascii: "<"):
      guard contains("<gpx", text) || contains(":gpx", text) else {
        let isKML = contains("<kml", text)
        throw .notARecording(
          path: path, line: nil, why: isKML ? "is KML" : "is XML but not GPX",
          advice: isKML
            ? "convert it to GPX or GeoJSON first (ogr2ogr out.geojson in.kml)"
            : "convert it to GPX, GeoJSON or CSV first")
      }
      return (.gpx, .certain)
    // It stands before each document of a text sequence (RFC 7464).
    case 0x1E: return (.json, .certain)
    case UInt8(ascii: "{"), UInt8(ascii: "["): return mayBeJSON(text[first...]) ? (.json, .certain) : (.table, .likely)
    default: return (.table, .likely)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// Whether what begins with a bracket goes on as JSON does, and not as a section of settings or a text with a mark does.
  private static func mayBeJSON(_ text: ArraySlice<UInt8>) -> Bool {
    guard let next = text.dropFirst().first(where: { !isBlank($0) }) else { return true }
    return text.first == UInt8(ascii: "{")
      ? "\"}".utf8.contains(next) : "{[]\"-0123456789tfn".utf8.contains(next)
  }

  /// Throws for formats that are recognised and not read.
  private static func refuseForeign(_ start: [UInt8], path: String) throws(TracksError) {
    if start.starts(with: "PAR1".utf8) {
      throw .notARecording(
        path: path, line: nil, why: "is Parquet",
        advice:
          "read it through a pipe: duckdb -csv -c \"FROM 'FILE'\" | wakeprint … - (or polars, see the README)")
    }
    if start.starts(with: "ARROW1".utf8) {
      throw .notARecording(
        path: path, line: nil, why: "is an Arrow file",
        advice: "read it through a pipe, as CSV (polars: pl.read_ipc(FILE).write_csv(sys.stdout))")
    }
    if start.starts(with: "%PDF".utf8) || start.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      throw .notARecording(
        path: path, line: nil, why: "is a document or a picture, not a recording", advice: "give AIS positions")
    }
  }

  /// How sure it is that text is a log of sentences; nil where it is not.
  private static func sentences(in text: ArraySlice<UInt8>) -> FormatCertainty? {
    var lines = 0
    var sentences = 0
    for line in text.split(separator: UInt8(ascii: "\n"), maxSplits: 200) where lines < 200 {
      guard let first = line.first(where: { $0 != 0x20 && $0 != 0x0D }), first != UInt8(ascii: "#") else { continue }
      lines += 1
      if isSentence(line) { sentences += 1 }
    }
    guard sentences > 0, sentences * 3 >= lines else { return nil }
    return sentences * 10 >= lines * 9 ? .certain : .likely
  }

  /// The line, from 1, at which a recording seems to begin behind others, in what begins as none; nil where none does.
  static func recordingBehind(_ start: [UInt8]) -> Int? {
    for (number, line) in start.split(separator: 10, maxSplits: 4_000, omittingEmptySubsequences: false).enumerated() {
      guard number > 0, line.count > 8, line.count < 4_096 else { continue }
      if isSentence(line), contains("VDM,", line) || contains("VDO,", line) { return number + 1 }
      let isObject = line.first(where: { !isBlank($0) }) == UInt8(ascii: "{")
      if isObject, contains("mmsi", line) || contains("MMSI", line), contains("lat", line) || contains("LAT", line) {
        return number + 1
      }
      let isHeader = line.withUnsafeBufferPointer { line in
        var length = line.count
        while length > 0, line[length - 1] == 13 { length -= 1 }
        let line = UnsafeBufferPointer(rebasing: line[..<length])
        return (try? ColumnPlan(header: line, map: [:], timeFormat: .auto, path: "")) != nil
      }
      if isHeader { return number + 1 }
    }
    return nil
  }

  /// Whether a line holds the beginning of a sentence of AIS, or any other with a talker and a type.
  private static func isSentence(_ line: ArraySlice<UInt8>) -> Bool {
    guard let start = line.firstIndex(where: { $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "$") }),
      line.endIndex - start > 6
    else { return false }
    let name = line[(start + 1)..<(start + 6)]
    return name.allSatisfy { $0 &- 65 < 26 || $0 &- 48 < 10 } && line[start + 6] == UInt8(ascii: ",")
  }

  private static func contains(_ word: String, _ text: ArraySlice<UInt8>) -> Bool {
    let wanted = Array(word.utf8)
    guard let first = wanted.first else { return true }
    var rest = text
    while let found = rest.firstIndex(of: first) {
      if text[found...].starts(with: wanted) { return true }
      rest = text[(found + 1)...]
    }
    return false
  }
}
