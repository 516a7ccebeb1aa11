import Platform
import Synchronization

/// Gathers fixes in any order and makes tracks of them; past its memory, what is held goes to disk, and is merged later.
struct TrackBuilder: ~Copyable, Sendable {
  private let threads: Int
  private let memory: Int
  private let namesRows: Bool
  private let mostVessels: Int
  private var store: FixStore
  private var runs: [SpilledRun] = []

  /// A builder that keeps to about `memory` bytes and to so many vessels.
  init(threads: Int, memory: Int, namesRows: Bool, mostVessels: Int) {
    self.threads = threads
    self.memory = memory
    self.namesRows = namesRows
    self.mostVessels = mostVessels
    store = FixStore(namesRows: namesRows)
  }

  /// Takes a batch, `rowBase` added to its rows; may write what is held to disk.
  mutating func add(_ batch: borrowing FixBatch, rowBase: UInt64) throws(TracksError) {
    store.add(batch, rowBase: rowBase)
    try check(store.vesselCount)
    if store.byteCount > memory { try spill() }
  }

  private func check(_ vessels: Int) throws(TracksError) {
    guard vessels > mostVessels else { return }
    throw .beyondLimit(
      why: "name more than \(mostVessels) vessels; check the MMSI column, or raise --limit vessels= if that is meant")
  }

  private mutating func spill() throws(TracksError) {
    runs.append(try SpilledRun(store, namesRows: namesRows))
    store.reset()
  }

  /// By what rules tracks are made and surveyed.
  struct Rules: Sendable {
    /// Which legs the survey counts as observed.
    let leg: LegRule
    /// How far a ship can have come, where ships that share an MMSI are separated.
    let reach: Reach?

    /// The rules of options.
    init(_ options: ReadOptions) {
      leg = options.rule
      reach = options.separatesVessels ? Reach(maximumSpeedInKnots: options.rule.maximumSpeedInKnots) : nil
    }
  }

  /// What became of all that was taken.
  struct Result: Sendable {
    let tracks: TrackSet
    let survey: TrackSurvey
    let rejected: LateRejects
  }

  /// Puts each vessel's fixes in order, separates its ships, settles which fixes count, and surveys them.
  consuming func finish(_ rules: Rules) throws(TracksError) -> Result {
    if !runs.isEmpty {
      try spill()
      return try settle(runs, rules: rules)
    }
    return try TrackBuilder.settle(store, rules: rules, threads: threads)
  }

  private static func settle(
    _ store: consuming FixStore, rules: Rules, threads: Int
  ) throws(TracksError) -> Result {
    let kept = TrackSet.KeptStore(store)
    let order = kept.store.vessels.enumerated().sorted { $0.element < $1.element }
    return try settle(
      vessels: order.map(\.element), rules: rules, threads: threads
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
  private func settle(_ runs: [SpilledRun], rules: Rules) throws(TracksError) -> Result {
    var totals: [UInt32: Int] = [:]
    for run in runs {
      for span in run.spans { totals[span.vessel, default: 0] += span.count }
    }
    try check(totals.count)
    let vessels = totals.keys.sorted()
    var start = 0
    let spans = vessels.map { vessel in
      let count = totals[vessel] ?? 0
      defer { start += count }
      return VesselSpan(vessel: vessel, start: start, count: count)
    }
    let parts = runs.map { run in Dictionary(uniqueKeysWithValues: run.spans.map { ($0.vessel, $0) }) }
    let merged = try SpilledRun(spans: spans, namesRows: false)
    return try TrackBuilder.settle(
      vessels: vessels, rules: rules, threads: threads
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
  private struct Found: Sendable {
    var vessels: [(index: Int, vessel: TrackSet.Vessel)] = []
    var survey = TrackSurvey()
    var rejected = LateRejects()

    mutating func add(_ other: Found) {
      vessels += other.vessels
      survey.add(other.survey)
      rejected.add(other.rejected)
    }
  }

  private static func settle(
    vessels: [UInt32], rules: Rules, threads: Int,
    load: (Int, inout [Fix], inout [UInt64]) throws(TracksError) -> Void,
    keep: (Int, [Fix], Bool) throws(TracksError) -> Int, storage: () -> TrackSet.Storage
  ) throws(TracksError) -> Result {
    let gathered = Mutex(Found())
    let failure = Mutex<TracksError?>(nil)
    let workers = min(threads, max(1, vessels.count))
    let next = Atomic<Int>(0)
    concurrently(workers) { _ in
      var found = Found()
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
          let tracks = TrackSettling.settle(
            &fixes, rows: &rows, of: vessels[index], reach: rules.reach, rejected: &found.rejected)
          let isChanged = !wasSorted || fixes.count != count || tracks.count > 1
          let place = try keep(index, fixes, isChanged)
          for (part, track) in tracks.enumerated() {
            found.vessels.append(
              (
                index,
                TrackSet.Vessel(
                  mmsi: vessels[index], part: part, count: track.count, place: place, start: track.lowerBound)
              ))
            fixes.withUnsafeBufferPointer {
              found.survey.add(UnsafeBufferPointer(rebasing: $0[track]), part: part, rule: rules.leg)
            }
          }
        }
      } catch {
        failure.withLock { $0 = error }
      }
      gathered.withLock { $0.add(found) }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    let found = gathered.withLock { $0 }
    let ordered = found.vessels.sorted { ($0.index, $0.vessel.part) < ($1.index, $1.vessel.part) }
    return Result(
      tracks: TrackSet(vessels: ordered.map(\.vessel), storage: storage()), survey: found.survey,
      rejected: found.rejected.inOrder)
  }
}
