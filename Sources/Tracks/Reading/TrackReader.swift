import Platform
import Synchronization

/// Reads position tables into tracks, on all workers at once.
///
/// One worker at a time takes a chunk from the inputs; all parse; whoever is free takes what is parsed, in the order of
/// the input, into the log, which counts and sorts by vessel, and into the hash.
package struct TrackReader: Sendable {
  private let sources: [InputSource]
  private let options: ReadOptions

  /// A reader of sources.
  package init(_ sources: [InputSource], options: ReadOptions) {
    self.sources = sources
    var options = options
    // Ships are told apart by them, and it must be the same ships whatever else is wanted.
    if options.separatesVessels { options.keepsSpeedAndCourse = true }
    self.options = options
  }

  /// Reads everything. `onReject` is told each rejected row (needs `namesRejectedRows`), `onProgress` now and then.
  ///
  /// Throws `TracksError`: an input that cannot be read or used, a row at fault where the run is strict, or, unless that is
  /// allowed, no row that can be used in all inputs together.
  package func read(
    onReject: (@Sendable (RejectedRow) -> Void)? = nil,
    onProgress: (@Sendable (ReadProgress) -> Void)? = nil
  ) throws(TracksError) -> ReadResult {
    let threads = max(1, options.threads)
    let pool = BufferPool(size: ChunkPump.bufferSize(options))
    let pump = Mutex(ChunkPump(sources: sources, options: options, pool: pool))
    let log = OrderedStage<ReadLog.Parsed, ReadLog>(
      ReadLog(
        sources: sources.map(\.name), options: options,
        builder: TrackBuilder(
          threads: threads, memory: options.memory, namesRows: options.namesRejectedRows,
          mostVessels: options.limits.mostVessels),
        onReject: options.namesRejectedRows ? onReject : nil))
    let hasher = OrderedStage<InputChunk, InputHasher>(InputHasher())
    let failures = Mutex<[(chunk: Int, error: TracksError)]>([])
    let identities = Mutex(IdentityTable())
    let bytesInAll = sources.reduce(0) { $0 + $1.size }
    let patience = 2 * threads + 8

    @Sendable func enter(_ log: inout ReadLog, _ parsed: ReadLog.Parsed) {
      guard failures.withLock({ !$0.contains { $0.chunk < parsed.chunk.index } }) else { return }
      do throws(TracksError) {
        try log.take(parsed)
      } catch {
        failures.withLock { $0.append((parsed.chunk.index, error)) }
        pump.withLock { $0.stop() }
      }
    }

    @Sendable func hash(_ hasher: inout InputHasher, _ chunk: InputChunk) {
      hasher.take(chunk)
      if !chunk.bytes.isEmpty { pool.give(chunk.bytes) }
    }

    /// The next chunk; while another takes one, there is hashing to do.
    @Sendable func takeNext() throws(TracksError) -> (InputChunk?, Int) {
      if let taken = try pump.withLockIfAvailable({ pump throws(TracksError) in (try pump.next(), pump.bytesRead) }) {
        return taken
      }
      hasher.help(hash)
      return try pump.withLock { pump throws(TracksError) in (try pump.next(), pump.bytesRead) }
    }

    concurrently(threads) { _ in
      // A worker's own from chunk to chunk, since what is gathered does not depend on who gathers it.
      var gatherer = options.keepsIdentity ? IdentityGatherer() : nil
      defer {
        if let gathered = gatherer.take()?.finish() { identities.withLock { $0.add(gathered) } }
      }
      while true {
        var chunk: InputChunk?
        var bytesRead = 0
        do throws(TracksError) {
          (chunk, bytesRead) = try takeNext()
        } catch {
          pump.withLock { $0.stop() }
          failures.withLock { $0.append((.max, error)) }
        }
        guard let chunk else { return }
        let outcome = parse(chunk, identities: &gatherer)
        let index = chunk.index
        log.put(ReadLog.Parsed(chunk: chunk.withoutContent, outcome: outcome), at: index, patience: patience, enter)
        hasher.put(consume chunk, at: index, eagerness: 4, patience: patience, hash)
        if let onProgress, index % 8 == 0 {
          onProgress(ReadProgress(bytesRead: bytesRead, bytesInAll: bytesInAll))
        }
      }
    }

    let hashes = hasher.finish(hash) { $0.hashes }
    return try log.finish(enter) { log throws(TracksError) in
      if let first = failures.withLock({ $0.min { $0.chunk < $1.chunk } }) { throw first.error }
      let (tracks, survey) = try log.finish(TrackBuilder.Rules(options))
      let passedOver = pump.withLock { $0.passedOver }
      let nothing = survey.fixes > 0 ? nil : nothingUsable(log.ledger, log.inputs, passedOver)
      if let nothing, !options.allowsNothing { throw nothing }
      if let joined = log.takeIdentities() { identities.withLock { $0.add(joined) } }
      let inputs = zip(log.inputs, hashes).map { input, hash in
        var report = InputReport(
          path: input.path, format: input.format, bytes: input.bytes, rows: input.rows, sha256: hash)
        report.certainty = input.certainty
        report.columns = input.columns
        report.messages = input.messages
        report.passedOver = input.passedOver
        return report
      }
      return ReadResult(
        tracks: tracks.with(identities.withLock { $0.identities() }), survey: survey, ledger: log.ledger,
        inputs: inputs, passedOver: passedOver, nothingUsable: nothing)
    }
  }

  /// What a chunk comes to.
  private func parse(_ chunk: borrowing InputChunk, identities: inout IdentityGatherer?) -> ReadOutcome {
    var outcome: ReadOutcome
    switch chunk.content {
    case .table(let plan): return TableParser(options, plan: plan).parse(chunk, identities: &identities)
    case .jsonLines(let lines): outcome = lines.parse(chunk, options)
    case .sentences: outcome = SentenceParser(options).parse(chunk)
    case .rows(let rows): outcome = rows
    }
    identities?.take(outcome.sayings)
    outcome.sayings = []
    return outcome
  }

  private func nothingUsable(
    _ ledger: RowLedger, _ inputs: [ReadLog.Input], _ passedOver: [PassedOver]
  ) -> TracksError {
    let name = sources.count == 1 ? sources[0].name : "\(sources.count) inputs"
    if inputs.isEmpty, let first = passedOver.first {
      guard sources.count > 1 else { return .nothingUsable(path: first.path, why: first.why) }
      return .nothingUsable(path: name, why: "none is a recording: \(first.path) \(first.why)")
    }
    let reasons = RejectReason.allCases.filter { ledger.rejected($0) > 0 }
      .map { "\($0.rawValue) \(ledger.rejected($0))" }.joined(separator: ", ")
    guard ledger.read > 0 else {
      return .nothingUsable(path: name, why: "has no rows; give a file with AIS positions")
    }
    let isLog = inputs.allSatisfy { $0.format == "nmea" }
    let hint =
      ledger.rejected(.badTime) > 0 && isLog && options.logStart == nil
      ? "its sentences say no time: give the day on which it begins with --date 2021-01-31"
      : ledger.rejected(.badTime) == ledger.read && options.timeFormat == .auto
        ? "say which way round dates are with --time-format dmy or mdy, or name the column with --map time=COLUMN"
        : ledger.rejected(.malformed) == ledger.read && !isLog
          ? "check that they have as many fields as the header names"
          : "check the columns with wakeprint inspect, and --from, --to and --mmsi"
    let what =
      ledger.accepted > 0
      ? "says no position in its \(ledger.read) rows" : "none of its \(ledger.read) rows can be used"
    return .nothingUsable(path: name, why: "\(what) (\(reasons)); \(hint)")
  }
}
