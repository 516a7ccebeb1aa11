/// Says what of a row is to blame where it is not used.
enum RowBlame {
  /// So many bytes of it are told.
  private static let limit = 120
  /// So many bytes must be known, so that it shows where there are more.
  static let most = limit + 1

  /// The text of the field, or fields, that a reason is about.
  static func value(_ row: RecordRow, _ reason: RejectReason) -> String {
    func text(_ role: ColumnRole) -> String { shown(row.field(role)) }
    switch reason {
    case .badTime, .outsideTime: return shown(row.instant)
    case .badPosition: return text(.latitude) + " " + text(.longitude)
    case .badMMSI, .outsideSelection: return text(.mmsi)
    case .notAVessel:
      if !text(.mobileType).isEmpty { return text(.mobileType) }
      // A vessel's number in a message of another sender's.
      let number = NumberText.whole(row.field(.mmsi)).flatMap { UInt32(exactly: $0.value) }
      let isVessel = number.map { StationKind(mmsi: $0, digits: 9) == .vessel } ?? false
      return isVessel && !text(.messageType).isEmpty ? "message " + text(.messageType) : text(.mmsi)
    case .malformed: return shown(row.faultText)
    case .duplicate, .teleport, .noPosition: return ""
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
