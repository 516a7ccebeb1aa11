import Platform

/// A run of grouped fixes on disk, in a file without a name that is gone with the last reference.
final class SpilledRun: Sendable {
  /// The vessels by rising MMSI.
  let spans: [TrackRun.Span]
  private let file: FileHandle
  private let rowsOffset: Int?
  private let folder: String

  /// Writes a run to a new file in the folder for work files.
  init(_ run: TrackRun) throws(TracksError) {
    folder = temporaryFolder()
    spans = run.spans
    rowsOffset = run.rows.isEmpty ? nil : run.fixes.count * MemoryLayout<Fix>.stride
    do throws(FileHandle.Failure) {
      file = try FileHandle.temporary(in: folder)
      try run.fixes.withUnsafeBufferPointer { fixes throws(FileHandle.Failure) in
        try file.write(UnsafeRawBufferPointer(fixes), at: 0)
      }
      if let rowsOffset {
        try run.rows.withUnsafeBufferPointer { rows throws(FileHandle.Failure) in
          try file.write(UnsafeRawBufferPointer(rows), at: rowsOffset)
        }
      }
    } catch {
      throw .spillFailed(path: folder, why: error.words)
    }
  }

  /// Room for `count` fixes, written later span by span.
  init(spans: [TrackRun.Span]) throws(TracksError) {
    folder = temporaryFolder()
    self.spans = spans
    rowsOffset = nil
    do throws(FileHandle.Failure) {
      file = try FileHandle.temporary(in: folder)
    } catch {
      throw .spillFailed(path: folder, why: error.words)
    }
  }

  /// Adds a span's fixes, and their rows where they are kept, behind what the arrays hold.
  func load(_ span: TrackRun.Span, into fixes: inout [Fix], rows: inout [UInt64]) throws(TracksError) {
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

  /// Writes a span's fixes at their place.
  func store(_ fixes: UnsafeBufferPointer<Fix>, at start: Int) throws(TracksError) {
    do throws(FileHandle.Failure) {
      try file.write(UnsafeRawBufferPointer(fixes), at: start * MemoryLayout<Fix>.stride)
    } catch {
      throw .spillFailed(path: folder, why: error.words)
    }
  }
}
