/// Says what of a row is to blame where it is not used.
enum RowBlame {
  /// So many characters of it are told.
  private static let limit = 120

  /// The text of the field, or fields, that a reason is about.
  static func value(_ row: RecordRow, _ reason: RejectReason) -> String {
    func text(_ role: ColumnRole) -> String { shown(row.field(role)) }
    switch reason {
    case .badTime, .outsideTime: return shown(row.instant)
    case .badPosition: return text(.latitude) + " " + text(.longitude)
    case .badMMSI, .outsideSelection: return text(.mmsi)
    case .notAVessel: return text(.mobileType).isEmpty ? text(.mmsi) : text(.mobileType)
    case .malformed, .duplicate, .teleport, .noPosition: return ""
    }
  }

  /// The same of a line of a table.
  static func value(_ line: UnsafeBufferPointer<UInt8>, plan: ColumnPlan, _ reason: RejectReason) -> String {
    if reason == .malformed { return shown(line) }
    var row = RecordRow()
    let fields = FieldSplitter.fields(of: line, delimiter: plan.delimiter)
    for (role, column) in plan.columns where column < fields.count { row.set(role, to: fields[column]) }
    return value(row, reason)
  }

  /// The vessel, instant and place of a fix that is not used.
  static func value(_ vessel: UInt32, _ fix: Fix) -> String {
    func degrees(_ e7: Int32) -> String { String(Double(e7) / 1e7) }
    return "\(vessel) \(TimeText.iso(fix.milliseconds)) \(degrees(fix.latitudeE7)) \(degrees(fix.longitudeE7))"
  }

  /// Bytes as text that fits into a table's cell.
  static func shown(_ bytes: some Collection<UInt8>) -> String {
    let text = String(decoding: bytes.prefix(limit), as: UTF8.self)
    return bytes.count > limit ? text + "…" : text
  }
}
