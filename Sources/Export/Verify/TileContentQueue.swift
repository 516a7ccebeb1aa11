import Digest
import Platform

/// Tiles' bytes on their way through the check: many at once, each content looked into once.
///
/// What is noted does not depend on the number of workers. Besides the bytes in hand (64 MiB) it keeps 16 bytes for
/// each content.
struct TileContentQueue {
  private static let batchBytes = 64 << 20
  private static let batchCount = 2048

  private struct Key: Hashable {
    let high, low: UInt64
  }

  private let check: TileContentCheck
  private let threads: Int
  private var waiting: [(place: String, bytes: [UInt8])] = []
  private var waitingBytes = 0
  private var seen: Set<Key> = []
  private var side: Int?

  /// A queue of nothing yet.
  init(_ check: TileContentCheck, threads: Int) {
    self.check = check
    self.threads = max(1, threads)
  }

  /// Contents so far that differ.
  var contentCount: Int { seen.count }

  /// Takes in a tile's bytes.
  mutating func add(_ bytes: [UInt8], at place: String, _ log: inout TileFaultLog) {
    guard !bytes.isEmpty else { return log.note(.content, place, "has no bytes") }
    waiting.append((place, bytes))
    waitingBytes += bytes.count
    if waitingBytes >= Self.batchBytes || waiting.count >= Self.batchCount { flush(&log) }
  }

  /// Looks into all that wait.
  mutating func flush(_ log: inout TileFaultLog) {
    let batch = waiting
    waiting.removeAll(keepingCapacity: true)
    waitingBytes = 0
    let keys = each(batch.count) { Self.key(batch[$0].bytes) }
    let fresh = batch.indices.filter { seen.insert(keys[$0]).inserted }
    let check = self.check
    let findings = each(fresh.count) { check.look(at: batch[fresh[$0]].bytes) }
    for (index, finding) in zip(fresh, findings) {
      if let fault = finding.fault { log.note(.content, batch[index].place, fault) }
      guard let found = finding.side else { continue }
      let first = side ?? found
      side = first
      if found != first {
        log.note(
          .content, batch[index].place, "is \(found) pixels wide, others are \(first); make all tiles of one size")
      }
    }
  }

  /// What `body` gives for 0..<count, in this order, computed by all workers.
  private func each<Result: Sendable>(_ count: Int, _ body: (Int) -> Result) -> [Result] {
    var results = [Result?](repeating: nil, count: count)
    results.withUnsafeMutableBufferPointer { results in
      concurrently(threads, count: count, stride: 8) { _, range in
        for index in range { results[index] = body(index) }
      }
    }
    return results.compactMap { $0 }
  }

  private static func key(_ bytes: [UInt8]) -> Key {
    let digest = SHA256.digest(of: bytes).bytes
    func half(_ range: Range<Int>) -> UInt64 { digest[range].reduce(0) { $0 << 8 | UInt64($1) } }
    return Key(high: half(0..<8), low: half(8..<16))
  }
}
