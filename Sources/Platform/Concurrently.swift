import Dispatch
import Synchronization

/// Calls `body` with 0..<workers, as many at once as there are processors, and returns when all have returned.
///
/// The compiler does not check what `body` shares: workers may write only to places that are theirs alone, or through
/// `Mutex` and `Atomic`.
package func concurrently(_ workers: Int, _ body: (Int) -> Void) {
  guard workers > 1 else { return body(0) }
  withoutActuallyEscaping(body) { body in
    nonisolated(unsafe) let shared = body
    DispatchQueue.concurrentPerform(iterations: workers) { shared($0) }
  }
}

/// Calls `body` with consecutive ranges that together are 0..<count, each of at most `stride`, on `workers` workers.
///
/// Which worker (0..<workers) gets which range is left to chance: what is computed must not depend on it.
package func concurrently(
  _ workers: Int, count: Int, stride: Int, _ body: (_ worker: Int, _ range: Range<Int>) -> Void
) {
  let next = Atomic<Int>(0)
  concurrently(min(workers, max(1, (count + stride - 1) / max(stride, 1)))) { worker in
    while true {
      let start = next.add(stride, ordering: .relaxed).oldValue
      guard start < count else { return }
      body(worker, start..<min(start + stride, count))
    }
  }
}

/// The values of 0..<count in order, computed on `workers` workers.
package func concurrently<Value: Sendable>(
  _ workers: Int, mapping count: Int, stride: Int = 16, _ value: (Int) -> Value
) -> [Value] {
  var values = [Value?](repeating: nil, count: count)
  values.withUnsafeMutableBufferPointer { values in
    nonisolated(unsafe) let values = values
    concurrently(workers, count: count, stride: stride) { _, range in
      for index in range { values[index] = value(index) }
    }
  }
  return values.compactMap { $0 }
}

/// Calls `body` on `workers` workers, each of which claims ranges of 0..<count, at most `stride` long, until none is left.
///
/// Which worker gets which range is left to chance. After a failure nothing more can be claimed, and one of the
/// failures is thrown.
package func concurrently<Failure: Error>(
  _ workers: Int, claiming count: Int, stride: Int, _ body: (_ claim: () -> Range<Int>?) throws(Failure) -> Void
) throws(Failure) {
  let next = Atomic<Int>(0)
  let failure = Mutex<Failure?>(nil)
  concurrently(min(workers, max(1, (count + stride - 1) / max(stride, 1)))) { _ in
    do throws(Failure) {
      try body {
        let start = next.add(stride, ordering: .relaxed).oldValue
        return start < count ? start..<min(start + stride, count) : nil
      }
    } catch {
      failure.withLock { $0 = error }
      next.store(count, ordering: .relaxed)
    }
  }
  if let failure = failure.withLock({ $0 }) { throw failure }
}
