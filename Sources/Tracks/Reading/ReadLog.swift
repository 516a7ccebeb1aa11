/// Takes parsed chunks in the order of the input, whatever order they were parsed in: counts, line numbers, fixes.
struct ReadLog: ~Copyable, Sendable {
  /// A chunk with what it came to.
  struct Parsed: Sendable {
    let chunk: InputChunk
    let outcome: ReadOutcome
  }

  /// An input that has ended, but for its hash.
  struct Input: Sendable {
    let path: String
    let format: String
    let certainty: FormatCertainty
    let columns: [ColumnUse]?
    let bytes: Int
    let rows: UInt64
    let messages: [UInt64]
    let passedOver: [String]
  }

  private(set) var ledger = RowLedger()
  private(set) var inputs: [Input] = []
  private var builder: TrackBuilder?
  private var types = VesselTypeTable()
  private let sources: [String]
  private let options: ReadOptions
  private var joiner: SentenceJoiner?
  /// What the messages joined here said of their vessels.
  private var identities: IdentityGatherer?
  private let onReject: (@Sendable (RejectedRow) -> Void)?
  private var linesBefore = 0
  private var namelessTracks = NamelessTracks()
  private var rowsOfInput: UInt64 = 0
  private var messagesOfInput: [UInt64] = []
  /// The name of the table in hand.
  private var table = ""
  /// Tables in the order met, for naming rows; a row is table << 40 | line.
  private var tables: [String] = []

  init(
    sources: [String], options: ReadOptions, builder: consuming TrackBuilder,
    onReject: (@Sendable (RejectedRow) -> Void)?
  ) {
    self.sources = sources
    self.options = options
    self.builder = consume builder
    self.onReject = onReject
    identities = options.keepsIdentity ? IdentityGatherer() : nil
  }

  /// Takes the next chunk. Throws the first row at fault where the run is strict.
  mutating func take(_ parsed: borrowing Parsed) throws(TracksError) {
    let chunk = parsed.chunk
    if chunk.isFirst {
      try endSentences()
      linesBefore = chunk.headerLines
      table = chunk.table
      if onReject != nil { tables.append(table) }
    }
    if parsed.outcome.nameless.isEmpty {
      try enter(parsed.outcome, linesBefore: linesBefore)
    } else {
      try enter(numbered(parsed.outcome), linesBefore: linesBefore)
    }
    if let trail = parsed.outcome.trail {
      if joiner == nil { joiner = SentenceJoiner(options) }
      if let joined = joiner?.take(trail, lineBase: linesBefore) { try enter(joined, linesBefore: 0) }
    }
    if let failure = parsed.outcome.failure { throw failure.movedDown(linesBefore) }
    linesBefore += parsed.outcome.lines
    if let end = chunk.inputEnd {
      try endSentences()
      inputs.append(
        Input(
          path: sources[chunk.input], format: chunk.format.name, certainty: chunk.format.certainty,
          columns: chunk.format.columns, bytes: end.bytes,
          rows: rowsOfInput, messages: messagesOfInput, passedOver: end.passedOver))
      rowsOfInput = 0
      messagesOfInput = []
    }
  }

  /// Enters what the sentences of a log come to that waited for others in vain.
  private mutating func endSentences() throws(TracksError) {
    if let rest = joiner?.finish() { try enter(rest, linesBefore: 0) }
    joiner = nil
  }

  /// What rows have come to, those among them too that waited for their vessel's number.
  private mutating func numbered(_ outcome: borrowing ReadOutcome) -> ReadOutcome {
    var numbered = copy outcome
    numbered.nameless = []
    var batch = FixBatch(vessels: [], fixes: [], rows: [])
    for row in outcome.nameless {
      let vessel = namelessTracks.number(of: row.track)
      if let reason = options.selection.reason(vessel, at: row.fix.milliseconds) {
        numbered.reject(reason, line: row.line, isNamed: options.namesRejectedRows) { "" }
        continue
      }
      batch.vessels.append(vessel)
      batch.fixes.append(row.fix)
      if options.namesRejectedRows { batch.rows.append(UInt64(row.line)) }
      if row.type != .unknown { numbered.types.add(row.type, of: vessel, at: row.fix.milliseconds) }
      if let saying = row.saying {
        identities?.take([TimedSaying(vessel: vessel, milliseconds: row.fix.milliseconds, saying: saying)])
      }
    }
    numbered.ledger.accept(batch.fixes.count)
    numbered.batches.append(batch)
    // Told in the order of the input, as others are.
    let places = numbered.rejected.indices.sorted {
      (numbered.rejected[$0].line, $0) < (numbered.rejected[$1].line, $1)
    }
    numbered.rejected = places.map { numbered.rejected[$0] }
    return numbered
  }

  /// Enters what rows have come to, whose lines count from a line of the table.
  private mutating func enter(_ outcome: ReadOutcome, linesBefore: Int) throws(TracksError) {
    if options.isStrict, let fault = outcome.firstFault {
      throw .badRow(path: table, line: linesBefore + fault.line + 1, reason: fault.reason)
    }
    if let onReject {
      for row in outcome.rejected {
        onReject(RejectedRow(path: table, line: linesBefore + row.line + 1, reason: row.reason, value: row.value))
      }
    }
    let rowBase = UInt64(max(tables.count - 1, 0)) << 40 | UInt64(linesBefore + 1)
    for batch in outcome.batches { try builder?.add(batch, rowBase: rowBase) }
    types.add(outcome.types)
    ledger.add(outcome.ledger)
    rowsOfInput += outcome.ledger.read
    if !outcome.sayings.isEmpty { identities?.take(outcome.sayings) }
    if messagesOfInput.count < outcome.messages.count {
      messagesOfInput += [UInt64](repeating: 0, count: outcome.messages.count - messagesOfInput.count)
    }
    for (type, count) in outcome.messages.enumerated() { messagesOfInput[type] += count }
  }

  /// What the messages joined here said of who their vessels are, once; nil where nobody asks.
  mutating func takeIdentities() -> IdentityTable? { identities.take()?.finish() }

  /// The tracks of all that was taken, once; duplicates and stray positions are entered in the ledger, and told in the
  /// order of the input.
  mutating func finish(_ rules: TrackBuilder.Rules) throws(TracksError) -> (tracks: TrackSet, survey: TrackSurvey) {
    guard let builder = builder.take() else { preconditionFailure("a log is finished once") }
    let result = try builder.finish(rules)
    ledger.withdraw(result.rejected.duplicates, .duplicate)
    ledger.withdraw(result.rejected.strays, .teleport)
    if let onReject {
      for (row, vessel, fix, reason) in result.rejected.rows {
        onReject(
          RejectedRow(
            path: tables[Int(row >> 40)], line: Int(row & (1 << 40 - 1)), reason: reason,
            value: RowBlame.value(vessel, fix)))
      }
    }
    return (result.tracks.with(types), result.survey)
  }
}
