/// Takes parsed chunks in the order of the input, whatever order they were parsed in: counts, line numbers, fixes.
struct ReadLog: ~Copyable, Sendable {
  /// A chunk with what it came to.
  struct Parsed: Sendable {
    let chunk: TableChunk
    let outcome: TableParser.Outcome
  }

  /// An input that has ended, but for its hash.
  struct Input: Sendable {
    let path: String
    let format: String
    let bytes: Int
    let rows: UInt64
  }

  private(set) var ledger = RowLedger()
  private(set) var inputs: [Input] = []
  private var builder: TrackBuilder?
  private var types = VesselTypeTable()
  private let sources: [String]
  private let isStrict: Bool
  private let onReject: (@Sendable (RejectedRow) -> Void)?
  private var linesBefore = 0
  private var rowsOfInput: UInt64 = 0
  /// Tables in the order met, for naming rows; a row is table << 40 | line.
  private var tables: [String] = []

  init(
    sources: [String], isStrict: Bool, builder: consuming TrackBuilder,
    onReject: (@Sendable (RejectedRow) -> Void)?
  ) {
    self.sources = sources
    self.isStrict = isStrict
    self.builder = consume builder
    self.onReject = onReject
  }

  /// Takes the next chunk. Throws the first row at fault where the run is strict.
  mutating func take(_ parsed: borrowing Parsed) throws(TracksError) {
    let chunk = parsed.chunk
    if chunk.isFirst {
      linesBefore = chunk.plan.hasHeader ? 1 : 0
      if onReject != nil { tables.append(chunk.table) }
    }
    let outcome = parsed.outcome
    if isStrict, let fault = outcome.firstFault {
      throw .badRow(path: chunk.table, line: linesBefore + fault.line + 1, reason: fault.reason)
    }
    if let onReject {
      for (line, reason) in outcome.rejected {
        onReject(RejectedRow(path: chunk.table, line: linesBefore + line + 1, reason: reason))
      }
    }
    let rowBase = UInt64(max(tables.count - 1, 0)) << 40 | UInt64(linesBefore + 1)
    for batch in outcome.batches { try builder?.add(batch, rowBase: rowBase) }
    types.add(outcome.types)
    ledger.add(outcome.ledger)
    rowsOfInput += outcome.ledger.read
    linesBefore += outcome.lines
    if let end = chunk.inputEnd {
      inputs.append(
        Input(
          path: sources[chunk.input], format: chunk.plan.layout.rawValue, bytes: end.bytes, rows: rowsOfInput))
      rowsOfInput = 0
    }
  }

  /// The tracks of all that was taken, once; duplicates and stray positions are entered in the ledger, and told in the
  /// order of the input.
  mutating func finish(_ rules: TrackBuilder.Rules) throws(TracksError) -> (tracks: TrackSet, survey: TrackSurvey) {
    guard let builder = builder.take() else { preconditionFailure("a log is finished once") }
    let result = try builder.finish(rules)
    ledger.withdraw(result.rejected.duplicates, .duplicate)
    ledger.withdraw(result.rejected.strays, .teleport)
    if let onReject {
      for (row, reason) in result.rejected.rows {
        onReject(RejectedRow(path: tables[Int(row >> 40)], line: Int(row & (1 << 40 - 1)), reason: reason))
      }
    }
    return (result.tracks.with(types), result.survey)
  }
}
