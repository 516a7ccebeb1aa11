import Tracks

/// A row as a reader gave it out.
struct ReadRecord: Equatable, CustomStringConvertible {
  var line: Int
  var fields: [ColumnRole: String]
  var startsPiece: Bool
  var track: RecordTrack?
  var fault: RejectReason?

  init(_ row: RecordRow) {
    line = row.line
    startsPiece = row.startsPiece
    track = row.track
    fault = row.fault
    fields = [:]
    for role in ColumnRole.allCases where !row.field(role).isEmpty {
      fields[role] = String(decoding: row.field(role), as: UTF8.self)
    }
  }

  /// `mmsi@time lat,lon`, then what else there is.
  var description: String {
    var text =
      "\(fields[.mmsi] ?? "-")@\(fields[.time] ?? "-") \(fields[.latitude] ?? "-"),\(fields[.longitude] ?? "-")"
    if startsPiece { text += " piece" }
    if let fault { text += " \(fault.rawValue)" }
    switch track {
    case .named(let name): text += " <\(name)>"
    case .numbered(let number): text += " #\(number)"
    case nil: break
    }
    return text
  }
}
