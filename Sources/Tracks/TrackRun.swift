import Platform

/// Fixes grouped by vessel, each vessel's in the order of `Fix.precedes`, in memory.
struct TrackRun: Sendable {
  /// Where a vessel's fixes stand.
  struct Span: Sendable, Equatable {
    let vessel: UInt32
    let start: Int
    var count: Int
  }

  /// The vessels by rising MMSI.
  var spans: [Span]
  /// The fixes; between spans may be places without meaning.
  var fixes: [Fix]
  /// The rows the fixes came from, parallel to `fixes`, or empty.
  var rows: [UInt64]

  /// Groups batches by vessel and puts each vessel's fixes in order, on all `threads`.
  ///
  /// A counting sort by vessel over contiguous parts of the batches, so that what came in the order of time stays so;
  /// then each vessel is sorted where it needs it.
  init(grouping batches: consuming [FixBatch], threads: Int) {
    let count = batches.reduce(0) { $0 + $1.fixes.count }
    let namesRows = batches.contains { !$0.rows.isEmpty }
    let parts = TrackRun.parts(of: batches, count: min(max(threads, 1), 64))
    var indices = [VesselIndex](repeating: VesselIndex(), count: parts.count)
    batches.withUnsafeMutableBufferPointer { batches in
      indices.withUnsafeMutableBufferPointer { indices in
        concurrently(parts.count) { part in
          for batch in parts[part] {
            batches[batch].vessels.withUnsafeMutableBufferPointer { indices[part].number($0) }
          }
        }
      }
    }
    let (spans, offsets) = TrackRun.layOut(indices)
    self.spans = spans
    rows = []
    var rowsMade: [UInt64] = []
    fixes = [Fix](unsafeUninitializedCapacity: count) { fixes, initialized in
      preferLargePages(UnsafeMutableRawBufferPointer(fixes))
      rowsMade = [UInt64](unsafeUninitializedCapacity: namesRows ? count : 0) { rows, rowCount in
        concurrently(parts.count) { part in
          var next = offsets[part]
          for batch in parts[part] {
            TrackRun.scatter(batches[batch], to: fixes, rows: namesRows ? rows : nil, next: &next)
          }
        }
        rowCount = namesRows ? count : 0
      }
      initialized = count
    }
    rows = rowsMade
    sortSpans(threads: threads)
  }

  /// A run made elsewhere.
  init(spans: [Span], fixes: [Fix], rows: [UInt64]) {
    self.spans = spans
    self.fixes = fixes
    self.rows = rows
  }

  /// Contiguous ranges of batches with about the same number of fixes each.
  private static func parts(of batches: [FixBatch], count: Int) -> [Range<Int>] {
    let total = batches.reduce(0) { $0 + $1.fixes.count }
    var parts: [Range<Int>] = []
    var start = 0
    var seen = 0
    for (index, batch) in batches.enumerated() {
      seen += batch.fixes.count
      if seen * count >= total * (parts.count + 1) || index == batches.count - 1 {
        parts.append(start..<index + 1)
        start = index + 1
      }
    }
    return parts
  }

  /// The vessels of all parts by rising MMSI, and where each part puts its first fix of each of its vessels.
  private static func layOut(_ indices: [VesselIndex]) -> (spans: [Span], offsets: [[Int]]) {
    var totals: [UInt32: Int] = [:]
    for index in indices {
      for (vessel, count) in zip(index.vessels, index.counts) { totals[vessel, default: 0] += count }
    }
    var spans: [Span] = []
    var starts: [UInt32: Int] = [:]
    var start = 0
    for vessel in totals.keys.sorted() {
      let count = totals[vessel] ?? 0
      spans.append(Span(vessel: vessel, start: start, count: count))
      starts[vessel] = start
      start += count
    }
    let offsets = indices.map { index in
      zip(index.vessels, index.counts).map { vessel, count in
        let offset = starts[vessel] ?? 0
        starts[vessel] = offset + count
        return offset
      }
    }
    return (spans, offsets)
  }

  private static func scatter(
    _ batch: borrowing FixBatch, to fixes: UnsafeMutableBufferPointer<Fix>,
    rows: UnsafeMutableBufferPointer<UInt64>?, next: inout [Int]
  ) {
    guard let target = fixes.baseAddress else { return }
    next.withUnsafeMutableBufferPointer { next in
      batch.vessels.withUnsafeBufferPointer { vessels in
        batch.fixes.withUnsafeBufferPointer { source in
          for index in source.indices {
            let vessel = Int(vessels[index])
            let place = next[vessel]
            (target + place).initialize(to: source[index])
            next[vessel] = place &+ 1
            if let rows { rows[place] = batch.rows[index] }
          }
        }
      }
    }
  }

  private mutating func sortSpans(threads: Int) {
    let spans = spans
    let namesRows = !rows.isEmpty
    fixes.withUnsafeMutableBufferPointer { fixes in
      rows.withUnsafeMutableBufferPointer { rows in
        concurrently(threads, count: spans.count, stride: 8) { _, range in
          for span in spans[range] {
            let place = span.start..<span.start + span.count
            FixOrder.sort(
              UnsafeMutableBufferPointer(rebasing: fixes[place]),
              rows: namesRows ? UnsafeMutableBufferPointer(rebasing: rows[place]) : nil)
          }
        }
      }
    }
  }
}
