import Platform
import Synchronization

/// Reads position tables into tracks, on all workers at once.
///
/// One worker at a time takes a chunk from the inputs; all parse; whoever is free takes parsed chunks, in the order of
/// the input, into the log, which hashes and counts. Nothing waits for anything but those two.
package struct TrackReader: Sendable {
  private let sources: [InputSource]
  private let options: ReadOptions

  /// A reader of sources.
  package init(_ sources: [InputSource], options: ReadOptions) {
    self.sources = sources
    self.options = options
  }

  /// Reads everything. `onReject` is told each rejected row (needs `namesRejectedRows`), `onProgress` now and then.
  ///
  /// Throws `TracksError`: an input that cannot be read or used, a row at fault where the run is strict, or no row that
  /// can be used in all inputs together.
  package func read(
    onReject: (@Sendable (RejectedRow) -> Void)? = nil,
    onProgress: (@Sendable (ReadProgress) -> Void)? = nil
  ) throws(TracksError) -> ReadResult {
    let threads = max(1, options.threads)
    let pump = Mutex(
      ChunkPump(
        sources: sources, map: options.map, timeFormat: options.timeFormat,
        chunkSize: max(options.chunkSize, ChunkPump.longestLine)))
    let waiting = Mutex<(chunks: [Int: ReadLog.Parsed], next: Int)>(([:], 0))
    let log = Mutex(
      ReadLog(
        sources: sources.map(\.name), isStrict: options.isStrict,
        builder: TrackBuilder(threads: threads, memory: options.memory),
        onReject: options.namesRejectedRows ? onReject : nil))
    let failures = Mutex<[(chunk: Int, error: TracksError)]>([])
    let bytesInAll = sources.reduce(0) { $0 + $1.size }

    /// Takes into the log what is next in order, as long as there is any.
    @Sendable func takeNext(_ log: inout ReadLog) {
      while let parsed = waiting.withLock({ state -> ReadLog.Parsed? in
        guard let parsed = state.chunks.removeValue(forKey: state.next) else { return nil }
        state.next += 1
        return parsed
      }) {
        let index = parsed.chunk.index
        guard failures.withLock({ $0.isEmpty }) else { continue }
        do throws(TracksError) {
          try log.take(parsed)
          pump.withLock { $0.recycle(parsed.chunk.bytes) }
        } catch {
          failures.withLock { $0.append((index, error)) }
          pump.withLock { $0.stop() }
        }
      }
    }

    concurrently(threads) { _ in
      while true {
        var chunk: TableChunk?
        var bytesRead = 0
        do throws(TracksError) {
          (chunk, bytesRead) = try pump.withLock { pump throws(TracksError) in
            (try pump.next(), pump.bytesRead)
          }
        } catch {
          pump.withLock { $0.stop() }
          failures.withLock { $0.append((.max, error)) }
        }
        guard let chunk else { return }
        let parser = TableParser(
          plan: chunk.plan, selection: options.selection, namesRows: options.namesRejectedRows)
        let outcome = chunk.bytes.withUnsafeBufferPointer {
          parser.parse(UnsafeBufferPointer(rebasing: $0[chunk.lineStart..<chunk.lineEnd]))
        }
        let backlog = waiting.withLock { state in
          state.chunks[chunk.index] = ReadLog.Parsed(chunk: chunk, outcome: outcome)
          return state.chunks.count
        }
        if backlog > 2 * threads + 4 {
          log.withLock { takeNext(&$0) }
        } else {
          _ = log.withLockIfAvailable { takeNext(&$0) }
        }
        if let onProgress, chunk.index % 8 == 0 {
          onProgress(
            ReadProgress(
              bytesRead: bytesRead, bytesInAll: bytesInAll, rows: waiting.withLock { UInt64($0.next) }))
        }
      }
    }

    return try log.withLock { log throws(TracksError) in
      takeNext(&log)
      if let first = failures.withLock({ $0.min { $0.chunk < $1.chunk } }) { throw first.error }
      let tracks = try log.finish()
      guard log.ledger.accepted > 0 else { throw nothingUsable(log.ledger) }
      return ReadResult(tracks: tracks, ledger: log.ledger, inputs: log.inputs)
    }
  }

  private func nothingUsable(_ ledger: RowLedger) -> TracksError {
    let name = sources.count == 1 ? sources[0].name : "\(sources.count) inputs"
    let reasons = RejectReason.allCases.filter { ledger.rejected($0) > 0 }
      .map { "\($0.rawValue) \(ledger.rejected($0))" }.joined(separator: ", ")
    guard ledger.read > 0 else {
      return .unusable(path: name, line: nil, why: "has a header but no rows; give a file with AIS positions")
    }
    let hint =
      ledger.rejected(.badTime) == ledger.read && options.timeFormat == .auto
      ? "say which way round dates are with --time-format dmy or mdy, or name the column with --map time=COLUMN"
      : "check the columns with wakeprint inspect, and --from, --to and --mmsi"
    return .unusable(path: name, line: nil, why: "none of its \(ledger.read) rows can be used (\(reasons)); \(hint)")
  }
}
