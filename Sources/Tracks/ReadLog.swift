import Digest

/// Takes parsed chunks in the order of the input, whatever order they were parsed in: counts, hashes, line numbers, fixes.
struct ReadLog: ~Copyable, Sendable {
  /// A chunk with what it came to.
  struct Parsed: Sendable {
    let chunk: TableChunk
    let outcome: TableParser.Outcome
  }

  private(set) var ledger = RowLedger()
  private(set) var inputs: [InputReport] = []
  var builder: TrackBuilder
  private let sources: [String]
  private let isStrict: Bool
  private let onReject: (@Sendable (RejectedRow) -> Void)?
  private var hasher = SHA256()
  private var linesBefore = 0
  private var rowsOfInput: UInt64 = 0
  /// Tables in the order met, for naming rows; a row is table << 40 | line.
  private var tables: [String] = []

  init(
    sources: [String], isStrict: Bool, builder: TrackBuilder, onReject: (@Sendable (RejectedRow) -> Void)?
  ) {
    self.sources = sources
    self.isStrict = isStrict
    self.builder = builder
    self.onReject = onReject
  }

  /// Takes the next chunk. Throws the first row at fault where the run is strict.
  mutating func take(_ parsed: borrowing Parsed) throws(TracksError) {
    let chunk = parsed.chunk
    if chunk.isFirst {
      linesBefore = chunk.plan.hasHeader ? 1 : 0
      if onReject != nil { tables.append(chunk.table) }
    }
    if chunk.hashed > 0 {
      chunk.bytes.withUnsafeBytes { hasher.update(UnsafeRawBufferPointer(rebasing: $0[..<chunk.hashed])) }
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
    for var batch in outcome.batches where !batch.fixes.isEmpty {
      if !batch.rows.isEmpty {
        let base = UInt64(tables.count - 1) << 40 | UInt64(linesBefore + 1)
        for index in batch.rows.indices { batch.rows[index] += base }
      }
      try builder.add(batch)
    }
    ledger.add(outcome.ledger)
    rowsOfInput += outcome.ledger.read
    linesBefore += outcome.lines
    if let end = chunk.inputEnd {
      var finished = SHA256()
      swap(&finished, &hasher)
      let ownHash = finished.finish().hexadecimal
      inputs.append(
        InputReport(
          path: sources[chunk.input], format: chunk.plan.layout.rawValue, bytes: end.bytes, rows: rowsOfInput,
          sha256: end.sha256 ?? ownHash))
      rowsOfInput = 0
    }
  }

  /// The tracks of all that was taken; duplicates are entered in the ledger and told.
  mutating func finish() throws(TracksError) -> TrackSet {
    let tracks = try builder.finish()
    ledger.withdraw(builder.duplicates, .duplicate)
    if let onReject {
      for row in builder.duplicateRows {
        onReject(
          RejectedRow(path: tables[Int(row >> 40)], line: Int(row & (1 << 40 - 1)), reason: .duplicate))
      }
    }
    return tracks
  }
}
