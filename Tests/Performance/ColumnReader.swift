import Platform
import Synchronization
import Tracks

/// Reads the columns of position tables into memory and does no more: what other CSV readers do, for comparison.
struct ColumnReader: Sendable {
  private let sources: [InputSource]
  private let options: ReadOptions

  /// A reader of sources.
  init(_ sources: [InputSource], options: ReadOptions) {
    self.sources = sources
    self.options = options
  }

  /// Reads everything; the batches stand in the order of the rows. Nothing is hashed, ordered or told apart by vessel.
  func read() throws(TracksError) -> [FixBatch] {
    let pool = BufferPool(size: ChunkPump.bufferSize(options))
    let pump = Mutex(ChunkPump(sources: sources, options: options, pool: pool))
    let parsed = Mutex<[(chunk: Int, batches: [FixBatch])]>([])
    let failure = Mutex<TracksError?>(nil)
    concurrently(max(1, options.threads)) { _ in
      do throws(TracksError) {
        while let chunk = try pump.withLock({ pump throws(TracksError) in try pump.next() }) {
          guard case .table(let plan) = chunk.content else { continue }
          let outcome = TableParser(options, plan: plan).parse(chunk)
          parsed.withLock { $0.append((chunk.index, outcome.batches)) }
          pool.give(chunk.bytes)
        }
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    return parsed.withLock { $0.sorted { $0.chunk < $1.chunk }.flatMap(\.batches) }
  }
}
