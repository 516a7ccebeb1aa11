/// Gives out the rows of a record that has been read, one after another.
struct JSONRecordRows {
  private var kind = Kind.flat
  private var given = 0
  private var count = 0
  private var track: RecordTrack?
  /// Whether the times are as many as the positions, or there are none.
  private var isInStep = true
  private var positionPlace = 0
  private var timePlace = 0
  /// The line that the next position is of, and how many of its positions are to come.
  private var line = 0
  private var leftOfLine = 0

  private enum Kind {
    case flat, point, line, malformed
  }

  /// Rows of a record; `track` says which track positions without an MMSI belong to.
  init(of record: JSONRecord, track: RecordTrack?) {
    self.track = track
    kind = Self.kind(record)
    count = kind == .line ? record.positions.count : 1
    guard kind != .flat else { return }
    let times = record.times
    isInStep =
      !record.hasTimes
      || !times.isFaulty && times.count == record.positions.count
        && (times.lineCounts.isEmpty || times.lineCounts == record.positions.lineCounts)
    leftOfLine = record.positions.lineCounts.first ?? .max
  }

  /// No rows.
  init() {}

  /// One row that cannot be taken for a position.
  static let malformed = {
    var rows = JSONRecordRows()
    rows.kind = .malformed
    rows.count = 1
    return rows
  }()

  /// Whether the record's positions are those of a line, or of several.
  static func isLine(_ record: JSONRecord) -> Bool { kind(record) == .line }

  private static func kind(_ record: JSONRecord) -> Kind {
    // Not to be asked for of each of many flat records.
    if record.shape == .none {
      return (record.isFeature ? record.namesCoordinates : record.namesAnything) ? .flat : .malformed
    }
    let positions = record.positions
    let isSound = positions.count > 0 && !positions.isFaulty
    switch record.shape {
    case .point where isSound && positions.depth == 1: return .point
    case .line where isSound && positions.depth == 2 && positions.lineCounts.isEmpty: return .line
    case .multiPoint where isSound && positions.depth == 2 && positions.lineCounts.isEmpty: return .line
    case .multiLine where isSound && positions.depth == 3: return .line
    case .moving where isSound && positions.depth == 2: return .line
    // A flat record's own `type` or `coordinates`.
    case .point, .missing: return !record.isFeature && record.namesCoordinates ? .flat : .malformed
    default: return .malformed
    }
  }

  /// The next row; false at the end. The fields of a record of one row go into it, and are the record's no more.
  mutating func next(of record: inout JSONRecord, into row: inout RecordRow) -> Bool {
    guard given < count else { return false }
    switch kind {
    case .flat: swap(&record.fields, &row)
    case .malformed:
      swap(&record.fields, &row)
      row.fault = .malformed
    case .point:
      swap(&record.fields, &row)
      takePoint(record, &row)
    case .line:
      row.copy(record.fields)
      takePosition(record, &row)
    }
    row.track = track
    given += 1
    return true
  }

  private mutating func takePoint(_ record: JSONRecord, _ row: inout RecordRow) {
    guard let position = record.positions.next(from: &positionPlace) else { return }
    if !record.isChosen(.latitude) { row.set(.latitude, to: position.latitude) }
    if !record.isChosen(.longitude) { row.set(.longitude, to: position.longitude) }
    if record.says(.time) { return }
    if !record.hasTimes {
      row.set(.time, to: position.time)
    } else if isInStep {
      row.set(.time, to: record.times.next(from: &timePlace))
    } else {
      row.fault = .malformed
    }
  }

  private mutating func takePosition(_ record: JSONRecord, _ row: inout RecordRow) {
    guard let position = record.positions.next(from: &positionPlace) else { return }
    while leftOfLine == 0 {
      line += 1
      leftOfLine = line < record.positions.lineCounts.count ? record.positions.lineCounts[line] : .max
      row.startsPiece = given > 0
    }
    leftOfLine -= 1
    row.set(.latitude, to: position.latitude)
    row.set(.longitude, to: position.longitude)
    // What is said of all positions at once was true of none of them.
    row.set(.speed, to: [])
    row.set(.course, to: [])
    if !record.hasTimes {
      row.set(.time, to: position.time)
    } else if isInStep {
      row.set(.time, to: record.times.next(from: &timePlace))
    } else {
      row.set(.time, to: [])
      row.fault = .malformed
    }
  }
}
