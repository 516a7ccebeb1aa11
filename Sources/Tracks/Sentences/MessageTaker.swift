/// Takes messages with their times, and makes of them what a chunk of a table comes to.
struct MessageTaker {
  private let options: ReadOptions
  private var vessels: [UInt32] = []
  private var fixes: [Fix] = []
  private var rows: [UInt64] = []
  /// What the messages have come to so far, but for the fixes.
  var outcome = ReadOutcome()

  /// A taker by options, with room for so many fixes.
  init(_ options: ReadOptions, capacity: Int) {
    self.options = options
    vessels.reserveCapacity(capacity)
    fixes.reserveCapacity(capacity)
    if options.namesRejectedRows { rows.reserveCapacity(capacity) }
    outcome.messages = [UInt64](repeating: 0, count: 28)
  }

  /// Takes what a message comes to, received at an instant, nil where that is not known. `line` and `others` are those of
  /// its sentences, by number from 0; `text` is what is told of it where it is not used.
  @inline(__always)
  mutating func take(
    _ reading: MessageReading, at milliseconds: Int64?, first line: Int, others: [Int], text: () -> String
  ) {
    if case .rejected(let reason) = reading {
      reject(reason, line, others, text)
      return
    }
    guard let milliseconds, milliseconds >= 0, milliseconds < Fix.endOfTime else {
      reject(.badTime, line, others, text)
      return
    }
    switch reading {
    case .position(let report, let saying):
      if let reason = options.selection.reason(report.mmsi, at: milliseconds) {
        reject(reason, line, others, text)
        return
      }
      vessels.append(report.mmsi)
      let fix = report.fix(at: milliseconds)
      fixes.append(options.keepsSpeedAndCourse ? fix : fix.withoutSpeedAndCourse)
      if options.namesRejectedRows { rows.append(UInt64(line)) }
      outcome.ledger.accept(1 + others.count)
      if saying != .nothing { say(saying, report.mmsi, milliseconds) }
    case .identity(let mmsi, let saying):
      if let reason = options.selection.reason(mmsi, at: milliseconds) {
        reject(reason, line, others, text)
        return
      }
      outcome.ledger.accept(1 + others.count)
      say(saying, mmsi, milliseconds)
    case .rejected: break
    }
  }

  /// Enters sentences that are not used.
  @inline(never)
  mutating func reject(_ reason: RejectReason, _ line: Int, _ others: [Int], _ text: () -> String) {
    for line in [line] + others {
      outcome.reject(reason, line: line, isNamed: options.namesRejectedRows, value: text)
    }
  }

  @inline(never)
  private mutating func say(_ saying: VesselSaying, _ mmsi: UInt32, _ milliseconds: Int64) {
    if options.keepsVesselType, !saying.typeText.isEmpty {
      let type = Array(saying.typeText.utf8).withUnsafeBufferPointer { VesselType(text: $0) }
      if type != .unknown { outcome.types.add(type, of: mmsi, at: milliseconds) }
    }
    guard options.keepsIdentity, saying != .nothing else { return }
    outcome.sayings.append(TimedSaying(vessel: mmsi, milliseconds: milliseconds, saying: saying))
  }

  /// All that was taken; what is taken after it begins anew.
  mutating func finish() -> ReadOutcome {
    var result = outcome
    if !fixes.isEmpty { result.batches = [FixBatch(vessels: vessels, fixes: fixes, rows: rows)] }
    self = MessageTaker(options, capacity: 0)
    return result
  }
}
