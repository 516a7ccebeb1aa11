/// Tells formats apart by the first bytes of their content.
enum FormatProbe {
  /// So many bytes are looked at.
  static let length = 1 << 16

  /// The family of formats that content begins like, and how sure that is.
  ///
  /// Throws `TracksError.unusable` for formats that are known and not read, and says what to do with them.
  static func family(
    of start: [UInt8], path: String
  ) throws(TracksError) -> (format: InputFormat, certainty: FormatCertainty) {
    if start.starts(with: "SQLite format 3\0".utf8) { return (.database, .certain) }
    try refuseForeign(start, path: path)
    let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start[3...] : start[...]
    let first = text.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    switch first {
    case UInt8(ascii: "<"):
      guard contains("<gpx", text) || contains(":gpx", text) else {
        throw .unusable(
          path: path, line: nil,
          why: contains("<kml", text)
            ? "is KML; convert it to GPX or GeoJSON first (ogr2ogr out.geojson in.kml)"
            : "is XML but not GPX; convert it to GPX, GeoJSON or CSV first")
      }
      return (.gpx, .certain)
    // 0x1E stands before each document of a text sequence (RFC 7464).
    case UInt8(ascii: "{"), UInt8(ascii: "["), 0x1E:
      // A line of a log may begin with a time in brackets.
      return sentences(in: text).map { (.sentences, $0) } ?? (.json, .certain)
    default:
      return sentences(in: text).map { (.sentences, $0) } ?? (.table, .likely)
    }
  }

  /// Throws for formats that are recognised and not read.
  private static func refuseForeign(_ start: [UInt8], path: String) throws(TracksError) {
    if start.starts(with: "PAR1".utf8) {
      throw .unusable(
        path: path, line: nil,
        why:
          "is Parquet; read it through a pipe: duckdb -csv -c \"FROM 'FILE'\" | wakeprint … - (or polars, see the README)"
      )
    }
    if start.starts(with: "ARROW1".utf8) {
      throw .unusable(
        path: path, line: nil,
        why: "is an Arrow file; read it through a pipe, as CSV (polars: pl.read_ipc(FILE).write_csv(sys.stdout))")
    }
    if start.starts(with: "%PDF".utf8) || start.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      throw .unusable(path: path, line: nil, why: "is a document or a picture, not a recording; give AIS positions")
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
