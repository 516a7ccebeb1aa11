import Platform
import Synchronization

/// Gathers fixes in any order and makes tracks of them; past its memory, sorted runs go to disk and are merged.
struct TrackBuilder: Sendable {
  private let threads: Int
  private let bytesAtOnce: Int
  private var batches: [FixBatch] = []
  private var bytesHeld = 0
  private var runs: [SpilledRun] = []
  /// Rows of fixes dropped because another fix of the vessel stands at that instant.
  private(set) var duplicateRows: [UInt64] = []
  /// How many fixes were dropped for that reason.
  private(set) var duplicates = 0

  /// A builder that keeps to about `memory` bytes.
  init(threads: Int, memory: Int) {
    self.threads = threads
    // A batch, its grouped copy and what is being parsed meanwhile stand side by side.
    bytesAtOnce = max(memory / 3, 1 << 16)
  }

  /// Takes a batch; may write a run to disk.
  mutating func add(_ batch: consuming FixBatch) throws(TracksError) {
    bytesHeld += batch.byteCount
    batches.append(batch)
    if bytesHeld > bytesAtOnce { runs.append(try SpilledRun(takeRun())) }
  }

  private mutating func takeRun() -> TrackRun {
    let taken = batches
    batches = []
    bytesHeld = 0
    return TrackRun(grouping: taken, threads: threads)
  }

  /// The tracks of all that was taken.
  mutating func finish() throws(TracksError) -> TrackSet {
    guard !runs.isEmpty else {
      var run = takeRun()
      settle(&run)
      return TrackSet(run)
    }
    if !batches.isEmpty { runs.append(try SpilledRun(takeRun())) }
    return try merge()
  }

  private mutating func settle(_ run: inout TrackRun) {
    let namesRows = !run.rows.isEmpty
    let dropped = Mutex<(rows: [UInt64], count: Int)>(([], 0))
    var spans = run.spans
    run.fixes.withUnsafeMutableBufferPointer { fixes in
      run.rows.withUnsafeMutableBufferPointer { rows in
        spans.withUnsafeMutableBufferPointer { spans in
          concurrently(threads, count: spans.count, stride: 8) { _, range in
            var rowsHere: [UInt64] = []
            var count = 0
            for index in range {
              let place = spans[index].start..<spans[index].start + spans[index].count
              let kept = FixOrder.settle(
                UnsafeMutableBufferPointer(rebasing: fixes[place]),
                rows: namesRows ? UnsafeMutableBufferPointer(rebasing: rows[place]) : nil
              ) { rowsHere.append($0) }
              count += spans[index].count - kept
              spans[index].count = kept
            }
            dropped.withLock {
              $0.rows += rowsHere
              $0.count += count
            }
          }
        }
      }
    }
    run.spans = spans
    take(dropped.withLock { $0 })
  }

  private mutating func take(_ dropped: (rows: [UInt64], count: Int)) {
    duplicateRows += dropped.rows
    duplicateRows.sort()
    duplicates += dropped.count
  }

  /// One run out of all those on disk: vessel by vessel, so that memory holds one vessel for each thread.
  private mutating func merge() throws(TracksError) -> TrackSet {
    var totals: [UInt32: Int] = [:]
    for run in runs {
      for span in run.spans { totals[span.vessel, default: 0] += span.count }
    }
    var start = 0
    var laidOut: [TrackRun.Span] = []
    for vessel in totals.keys.sorted() {
      laidOut.append(TrackRun.Span(vessel: vessel, start: start, count: totals[vessel] ?? 0))
      start += totals[vessel] ?? 0
    }
    let parts = runs.map { run in
      Dictionary(uniqueKeysWithValues: run.spans.map { ($0.vessel, $0) })
    }
    let merged = try SpilledRun(spans: laidOut)
    let dropped = Mutex<(rows: [UInt64], count: Int)>(([], 0))
    let failure = Mutex<TracksError?>(nil)
    let runs = runs
    laidOut.withUnsafeMutableBufferPointer { spans in
      concurrently(threads, count: spans.count, stride: 1) { _, range in
        for index in range {
          do throws(TracksError) {
            var fixes: [Fix] = []
            var rows: [UInt64] = []
            for (run, part) in zip(runs, parts) {
              if let span = part[spans[index].vessel] { try run.load(span, into: &fixes, rows: &rows) }
            }
            var rowsHere: [UInt64] = []
            let namesRows = !rows.isEmpty
            let kept = fixes.withUnsafeMutableBufferPointer { fixes in
              rows.withUnsafeMutableBufferPointer { rows in
                FixOrder.sort(fixes, rows: namesRows ? rows : nil)
                return FixOrder.settle(fixes, rows: namesRows ? rows : nil) { rowsHere.append($0) }
              }
            }
            dropped.withLock {
              $0.rows += rowsHere
              $0.count += fixes.count - kept
            }
            spans[index].count = kept
            try fixes.withUnsafeBufferPointer { buffer throws(TracksError) in
              try merged.store(UnsafeBufferPointer(rebasing: buffer[..<kept]), at: spans[index].start)
            }
          } catch {
            failure.withLock { $0 = error }
          }
        }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    take(dropped.withLock { $0 })
    return TrackSet(spans: laidOut, file: merged)
  }
}
