/// Reads rows one after another and makes of them what a chunk of a table comes to.
final class RecordFeed {
  /// So many rows are given out at a time.
  private static let rowsAtOnce = 1 << 14

  private var reader: any RecordReader
  private var row = RecordRow()
  private let options: ReadOptions
  /// The numbers of this file's nameless tracks.
  private var numbered: [Int: UInt32] = [:]
  /// Rows read so far.
  private(set) var rowsRead = 0

  /// A feed of what a reader reads.
  init(_ reader: any RecordReader, options: ReadOptions) {
    self.reader = reader
    self.options = options
  }

  /// The format's name, as a summary gives it.
  var formatName: String { reader.formatName }

  /// The columns of a table, and what they were taken to mean; nil for formats without columns.
  var columns: [ColumnUse]? { reader.columns }

  /// The next rows, whose lines count from 1 at the file's beginning, and whether they are the last.
  func next(_ tracks: inout NamelessTracks) throws(TracksError) -> (outcome: ReadOutcome, isEnd: Bool) {
    var outcome = ReadOutcome()
    var vessels: [UInt32] = []
    var fixes: [Fix] = []
    var rows: [UInt64] = []
    var isEnd = false
    for _ in 0..<Self.rowsAtOnce {
      guard try reader.next(into: &row) else {
        isEnd = true
        break
      }
      rowsRead += 1
      guard let (mmsi, fix) = take(&outcome, &tracks) else { continue }
      vessels.append(mmsi)
      fixes.append(fix)
      if options.namesRejectedRows { rows.append(UInt64(row.line - 1)) }
    }
    outcome.ledger.accept(fixes.count)
    outcome.batches = [FixBatch(vessels: vessels, fixes: fixes, rows: rows)]
    return (outcome, isEnd)
  }

  /// The fix of the row in hand; nil where it is not used, which is then entered.
  private func take(_ outcome: inout ReadOutcome, _ tracks: inout NamelessTracks) -> (UInt32, Fix)? {
    func reject(_ reason: RejectReason) {
      outcome.reject(reason, line: row.line - 1, isNamed: options.namesRejectedRows) { RowBlame.value(row, reason) }
    }
    if let fault = row.fault {
      reject(fault)
      return nil
    }
    switch RowReading(row, slashDates: options.timeFormat, allowsComma: false, standIn: { standIn(&tracks) }) {
    case .rejected(let reason):
      reject(reason)
      // What has no position may yet say who its vessel is.
      if reason == .badPosition, let sender = RowReading.sender(row, slashDates: options.timeFormat),
        options.selection.contains(sender.mmsi, at: sender.milliseconds)
      {
        say(sender.mmsi, sender.milliseconds, &outcome)
      }
      return nil
    case .identity(let mmsi, let milliseconds):
      if let reason = options.selection.reason(mmsi, at: milliseconds) {
        reject(reason)
      } else {
        outcome.ledger.accept(1)
        say(mmsi, milliseconds, &outcome)
      }
      return nil
    case .fix(let mmsi, let fix, let type):
      if let reason = options.selection.reason(mmsi, at: fix.milliseconds) {
        reject(reason)
        return nil
      }
      if options.keepsVesselType, type != .unknown { outcome.types.add(type, of: mmsi, at: fix.milliseconds) }
      say(mmsi, fix.milliseconds, &outcome)
      let kept = options.keepsSpeedAndCourse ? fix : fix.withoutSpeedAndCourse
      return (mmsi, row.startsPiece ? kept.asFirstOfPiece : kept)
    }
  }

  private func standIn(_ tracks: inout NamelessTracks) -> UInt32? {
    switch row.track {
    case nil: return nil
    case .named(let name): return tracks.number(named: name)
    case .numbered(let number):
      if let known = numbered[number] { return known }
      let next = tracks.nextNumber()
      numbered[number] = next
      return next
    }
  }

  private func say(_ mmsi: UInt32, _ milliseconds: Int64, _ outcome: inout ReadOutcome) {
    guard options.keepsIdentity else { return }
    var saying = VesselSaying.nothing
    for role in ColumnRole.allCases where role.isIdentity {
      let field = row.field(role)
      if !field.isEmpty { saying.set(role, to: Array(field), allowsComma: false) }
    }
    if saying == .nothing { return }
    outcome.sayings.append(TimedSaying(vessel: mmsi, milliseconds: milliseconds, saying: saying))
  }
}
