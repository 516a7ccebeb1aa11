import Platform
import Synchronization

/// Gathers fixes in any order and makes tracks of them; past its memory, what is held goes to disk, and is merged later.
struct TrackBuilder: ~Copyable, Sendable {
  private let threads: Int
  private let memory: Int
  private let namesRows: Bool
  private var store: FixStore
  private var runs: [SpilledRun] = []

  /// A builder that keeps to about `memory` bytes.
  init(threads: Int, memory: Int, namesRows: Bool) {
    self.threads = threads
    self.memory = memory
    self.namesRows = namesRows
    store = FixStore(namesRows: namesRows)
  }

  /// Takes a batch, `rowBase` added to its rows; may write what is held to disk.
  mutating func add(_ batch: borrowing FixBatch, rowBase: UInt64) throws(TracksError) {
    store.add(batch, rowBase: rowBase)
    if store.byteCount > memory { try spill() }
  }

  private mutating func spill() throws(TracksError) {
    runs.append(try SpilledRun(store, namesRows: namesRows))
    store.reset()
  }

  /// What became of all that was taken.
  struct Result: Sendable {
    let tracks: TrackSet
    let survey: TrackSurvey
    /// How many fixes were dropped because another fix of the vessel stands at that instant.
    let duplicates: Int
    /// Their rows, in order, where rows are named.
    let duplicateRows: [UInt64]
  }

  /// Puts each vessel's fixes in order, settles which count, and surveys them by a rule.
  consuming func finish(rule: LegRule) throws(TracksError) -> Result {
    if !runs.isEmpty {
      try spill()
      return try TrackBuilder.settle(runs, rule: rule, threads: threads, namesRows: namesRows)
    }
    return try TrackBuilder.settle(store, rule: rule, threads: threads)
  }

  private static func settle(
    _ store: consuming FixStore, rule: LegRule, threads: Int
  ) throws(TracksError) -> Result {
    let kept = TrackSet.KeptStore(store)
    let order = kept.store.vessels.enumerated().sorted { $0.element < $1.element }
    return try settle(
      vessels: order.map(\.element), rule: rule, threads: threads
    ) { index, fixes, rows in
      kept.store.load(order[index].offset, into: &fixes, rows: &rows)
    } keep: { index, fixes, isChanged in
      if isChanged { fixes.withUnsafeBufferPointer { kept.store.replace(order[index].offset, with: $0) } }
      return order[index].offset
    } storage: {
      .memory(kept)
    }
  }

  /// One run out of all those on disk: vessel by vessel, so that memory holds one vessel for each thread.
  private static func settle(
    _ runs: [SpilledRun], rule: LegRule, threads: Int, namesRows: Bool
  ) throws(TracksError) -> Result {
    var totals: [UInt32: Int] = [:]
    for run in runs {
      for span in run.spans { totals[span.vessel, default: 0] += span.count }
    }
    let vessels = totals.keys.sorted()
    var start = 0
    let spans = vessels.map { vessel in
      let count = totals[vessel] ?? 0
      defer { start += count }
      return VesselSpan(vessel: vessel, start: start, count: count)
    }
    let parts = runs.map { run in Dictionary(uniqueKeysWithValues: run.spans.map { ($0.vessel, $0) }) }
    let merged = try SpilledRun(spans: spans, namesRows: false)
    return try settle(
      vessels: vessels, rule: rule, threads: threads
    ) { index, fixes, rows throws(TracksError) in
      for (run, part) in zip(runs, parts) {
        if let span = part[vessels[index]] { try run.load(span, into: &fixes, rows: &rows) }
      }
    } keep: { index, fixes, _ throws(TracksError) in
      try merged.write(fixes, rows: [], at: spans[index].start)
      return spans[index].start
    } storage: {
      .file(merged)
    }
  }

  /// What one worker has found.
  private struct Part: Sendable {
    var vessels: [(index: Int, vessel: TrackSet.Vessel)] = []
    var survey = TrackSurvey()
    var duplicates = 0
    var duplicateRows: [UInt64] = []
  }

  private static func settle(
    vessels: [UInt32], rule: LegRule, threads: Int,
    load: (Int, inout [Fix], inout [UInt64]) throws(TracksError) -> Void,
    keep: (Int, [Fix], Bool) throws(TracksError) -> Int, storage: () -> TrackSet.Storage
  ) throws(TracksError) -> Result {
    let parts = Mutex<[Part]>([])
    let failure = Mutex<TracksError?>(nil)
    let workers = min(threads, max(1, vessels.count))
    let next = Atomic<Int>(0)
    concurrently(workers) { _ in
      var part = Part()
      var fixes: [Fix] = []
      var rows: [UInt64] = []
      do throws(TracksError) {
        while true {
          let index = next.add(1, ordering: .relaxed).oldValue
          guard index < vessels.count else { break }
          fixes.removeAll(keepingCapacity: true)
          rows.removeAll(keepingCapacity: true)
          try load(index, &fixes, &rows)
          let count = fixes.count
          let wasSorted = FixOrder.sort(&fixes, rows: &rows)
          FixOrder.settle(&fixes, rows: &rows) { part.duplicateRows.append($0) }
          part.duplicates += count - fixes.count
          let place = try keep(index, fixes, !wasSorted || fixes.count != count)
          part.vessels.append(
            (index, TrackSet.Vessel(mmsi: vessels[index], count: fixes.count, place: place)))
          fixes.withUnsafeBufferPointer { part.survey.add($0, rule: rule) }
        }
      } catch {
        failure.withLock { $0 = error }
      }
      parts.withLock { $0.append(part) }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    var survey = TrackSurvey()
    var found: [(index: Int, vessel: TrackSet.Vessel)] = []
    var duplicates = 0
    var duplicateRows: [UInt64] = []
    for part in parts.withLock({ $0 }) {
      survey.add(part.survey)
      found += part.vessels
      duplicates += part.duplicates
      duplicateRows += part.duplicateRows
    }
    return Result(
      tracks: TrackSet(
        vessels: found.sorted { $0.index < $1.index }.map(\.vessel), storage: storage()),
      survey: survey, duplicates: duplicates, duplicateRows: duplicateRows.sorted())
  }
}
