/// What a chunk of an input comes to; lines count from 0 at the chunk's first.
package struct ReadOutcome: Sendable {
  /// The fixes in the order of their rows.
  package var batches: [FixBatch] = []
  /// What the rows said of their vessels' types.
  var types = VesselTypeTable()
  /// What rows said of who their vessels are, where it is no table's.
  var sayings: [TimedSaying] = []
  /// Sentences that wait for others, or for a time.
  var trail: SentenceTrail?
  /// Rows that wait for their vessel's number.
  var nameless: [NamelessRow] = []
  /// What ended the reading behind these rows; its line counts from 1 at the chunk's first.
  var failure: TracksError?
  /// Messages by type, 0...27 (0: no such type); empty where rows are no messages.
  var messages: [UInt64] = []
  var ledger = RowLedger()
  var lines = 0
  var rejected: [Rejection] = []
  var firstFault: (line: Int, reason: RejectReason)?

  /// A row that is not used.
  struct Rejection: Sendable {
    let line: Int
    let reason: RejectReason
    /// What of the row is to blame.
    let value: String
  }

  /// Enters a row that is not used; `value` is asked for only where rows are named.
  @inline(never)
  mutating func reject(_ reason: RejectReason, line: Int, isNamed: Bool, value: () -> String) {
    ledger.reject(reason)
    if reason.isFault && firstFault == nil { firstFault = (line, reason) }
    if isNamed { rejected.append(Rejection(line: line, reason: reason, value: value())) }
  }
}
