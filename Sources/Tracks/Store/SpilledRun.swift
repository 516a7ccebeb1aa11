import Platform

/// Fixes grouped by vessel on disk, in a file without a name that is gone with the last reference.
final class SpilledRun: Sendable {
  /// The vessels by rising MMSI.
  let spans: [VesselSpan]
  private let file: FileHandle
  private let rowsOffset: Int?
  private let folder: String

  /// Room for spans of fixes, and for their rows where they are named, in a new file in the folder for work files.
  init(spans: [VesselSpan], namesRows: Bool) throws(TracksError) {
    folder = temporaryFolder()
    self.spans = spans
    let count = spans.last.map { $0.start + $0.count } ?? 0
    rowsOffset = namesRows ? count * MemoryLayout<Fix>.stride : nil
    do {
      file = try FileHandle.temporary(in: folder)
    } catch {
      throw .spillFailed(path: folder, why: error.words)
    }
  }

  /// All of a store's fixes, each vessel's as they came.
  convenience init(_ store: borrowing FixStore, namesRows: Bool) throws(TracksError) {
    let vessels = store.vessels
    var numbers: [Int] = []
    var spans: [VesselSpan] = []
    var start = 0
    for (number, vessel) in vessels.enumerated().sorted(by: { $0.element < $1.element }) {
      numbers.append(number)
      let count = store.count(number)
      spans.append(VesselSpan(vessel: vessel, start: start, count: count))
      start += count
    }
    try self.init(spans: spans, namesRows: namesRows)
    // Many vessels have few fixes: they go out together.
    var fixes: [Fix] = []
    var rows: [UInt64] = []
    var first = 0
    for (place, number) in numbers.enumerated() {
      store.load(number, into: &fixes, rows: &rows)
      if fixes.count > 1 << 16 || place == numbers.count - 1 {
        try write(fixes, rows: rows, at: first)
        first += fixes.count
        fixes.removeAll(keepingCapacity: true)
        rows.removeAll(keepingCapacity: true)
      }
    }
  }

  /// Adds a span's fixes, and their rows where they are kept, behind what the arrays hold.
  func load(_ span: VesselSpan, into fixes: inout [Fix], rows: inout [UInt64]) throws(TracksError) {
    let stride = MemoryLayout<Fix>.stride
    let start = fixes.count
    fixes.append(contentsOf: repeatElement(Fix(milliseconds: 0, latitudeE7: 0, longitudeE7: 0), count: span.count))
    do throws(FileHandle.Failure) {
      try fixes.withUnsafeMutableBufferPointer { fixes throws(FileHandle.Failure) in
        try file.read(
          into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: fixes[start...])),
          at: span.start * stride)
      }
      guard let rowsOffset else { return }
      let rowStart = rows.count
      rows.append(contentsOf: repeatElement(0, count: span.count))
      try rows.withUnsafeMutableBufferPointer { rows throws(FileHandle.Failure) in
        try file.read(
          into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: rows[rowStart...])),
          at: rowsOffset + span.start * 8)
      }
    } catch {
      throw .readFailed(path: folder, why: error.words)
    }
  }

  /// Writes fixes, and their rows unless there are none, so that they begin at a place.
  func write(_ fixes: [Fix], rows: [UInt64], at start: Int) throws(TracksError) {
    do throws(FileHandle.Failure) {
      try fixes.withUnsafeBufferPointer { fixes throws(FileHandle.Failure) in
        try file.write(UnsafeRawBufferPointer(fixes), at: start * MemoryLayout<Fix>.stride)
      }
      guard let rowsOffset, !rows.isEmpty else { return }
      try rows.withUnsafeBufferPointer { rows throws(FileHandle.Failure) in
        try file.write(UnsafeRawBufferPointer(rows), at: rowsOffset + start * 8)
      }
    } catch {
      throw .spillFailed(path: folder, why: error.words)
    }
  }
}
