/// Reads rows one after another and makes of them what a chunk of a table comes to.
final class RecordFeed {
  /// So many rows are given out at a time.
  private static let rowsAtOnce = 1 << 14

  private var reader: any RecordReader
  private var row = RecordRow()
  private let options: ReadOptions
  /// What tells the file's nameless tracks from those of others: below 2^31.
  private let scope: Int
  private let knownName: String?
  /// Rows read so far.
  private(set) var rowsRead = 0

  /// A feed of what a reader reads, of which no other has the scope; `formatName` where that is known better than by it.
  init(_ reader: any RecordReader, options: ReadOptions, scope: Int, formatName: String? = nil) {
    self.reader = reader
    knownName = formatName
    self.options = options
    self.scope = scope
  }

  /// The format's name, as a summary gives it.
  var formatName: String { knownName ?? reader.formatName }

  /// The columns of a table, and what they were taken to mean; nil for formats without columns.
  var columns: [ColumnUse]? { reader.columns }

  /// All rows that are left, the lines counted from 1; what went wrong is the outcome's failure.
  func rest() -> ReadOutcome {
    var outcome = ReadOutcome()
    do throws(TracksError) {
      _ = try next(.max, &outcome)
    } catch {
      outcome.failure = error
    }
    return outcome
  }

  /// The next rows, whose lines count from 1 at the file's beginning, and whether they are the last.
  func next() throws(TracksError) -> (outcome: ReadOutcome, isEnd: Bool) {
    var outcome = ReadOutcome()
    let isEnd = try next(Self.rowsAtOnce, &outcome)
    return (outcome, isEnd)
  }

  /// Takes so many rows into an outcome; true at the end.
  private func next(_ count: Int, _ outcome: inout ReadOutcome) throws(TracksError) -> Bool {
    var vessels: [UInt32] = []
    var fixes: [Fix] = []
    var rows: [UInt64] = []
    defer {
      outcome.ledger.accept(fixes.count)
      outcome.batches = [FixBatch(vessels: vessels, fixes: fixes, rows: rows)]
    }
    for _ in 0..<count {
      guard try reader.next(into: &row) else { return true }
      rowsRead += 1
      guard let (mmsi, fix) = take(&outcome) else { continue }
      vessels.append(mmsi)
      fixes.append(fix)
      if options.namesRejectedRows { rows.append(UInt64(row.line - 1)) }
    }
    return false
  }

  /// The fix of the row in hand; nil where it is not used, which is then entered, or where its vessel has no number yet.
  private func take(_ outcome: inout ReadOutcome) -> (UInt32, Fix)? {
    func reject(_ reason: RejectReason) {
      outcome.reject(reason, line: row.line - 1, isNamed: options.namesRejectedRows) { RowBlame.value(row, reason) }
    }
    if let fault = row.fault {
      reject(fault)
      return nil
    }
    var isNameless = false
    let reading = RowReading(row, slashDates: options.timeFormat, allowsComma: false) {
      isNameless = row.track != nil
      return isNameless ? 0 : nil
    }
    switch reading {
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
      let reason = options.selection.reason(mmsi, at: fix.milliseconds)
      if let reason, !isNameless || reason == .outsideTime {
        reject(reason)
        return nil
      }
      let known = options.keepsSpeedAndCourse ? fix : fix.withoutSpeedAndCourse
      let kept = row.startsPiece ? known.asFirstOfPiece : known
      let keptType = options.keepsVesselType ? type : .unknown
      if isNameless {
        leave(kept, keptType, &outcome)
        return nil
      }
      if keptType != .unknown { outcome.types.add(type, of: mmsi, at: fix.milliseconds) }
      say(mmsi, fix.milliseconds, &outcome)
      return (mmsi, kept)
    }
  }

  /// Leaves the row in hand to whoever numbers vessels.
  private func leave(_ fix: Fix, _ type: VesselType, _ outcome: inout ReadOutcome) {
    let track: RecordTrack
    switch row.track {
    case nil: return
    case .named(let name): track = .named(name)
    case .numbered(let number): track = .numbered(scope << 32 | number)
    }
    outcome.nameless.append(
      NamelessRow(track: track, fix: fix, type: type, saying: saying(), line: row.line - 1))
  }

  private func say(_ mmsi: UInt32, _ milliseconds: Int64, _ outcome: inout ReadOutcome) {
    guard let saying = saying() else { return }
    outcome.sayings.append(TimedSaying(vessel: mmsi, milliseconds: milliseconds, saying: saying))
  }

  /// What the row in hand says of its vessel; nil where nobody asks, or nothing.
  private func saying() -> VesselSaying? {
    guard options.keepsIdentity else { return nil }
    var saying = VesselSaying.nothing
    for role in ColumnRole.allCases where role.isIdentity {
      let field = row.field(role)
      if !field.isEmpty { saying.set(role, to: Array(field), allowsComma: false) }
    }
    return saying == .nothing ? nil : saying
  }
}
