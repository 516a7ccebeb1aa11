/// The tracks of all vessels: each vessel's fixes in the order of time, one for each instant.
public struct TrackSet: Sendable {
  /// The vessels by rising MMSI, and where their fixes stand.
  let spans: [TrackRun.Span]
  private let storage: Storage

  private enum Storage: Sendable {
    case memory([Fix])
    case file(SpilledRun)
  }

  init(_ run: TrackRun) {
    spans = run.spans
    storage = .memory(run.fixes)
  }

  init(spans: [TrackRun.Span], file: SpilledRun) {
    self.spans = spans
    storage = .file(file)
  }

  /// How many vessels there are.
  public var vesselCount: Int { spans.count }

  /// How many fixes there are.
  public var fixCount: Int { spans.reduce(0) { $0 + $1.count } }

  /// Whether the fixes had to be put on disk.
  public var isSpilled: Bool {
    if case .file = storage { true } else { false }
  }

  /// The identity of a vessel, 0..<vesselCount.
  package func mmsi(ofVessel index: Int) -> UInt32 { spans[index].vessel }

  /// Lends a vessel's fixes, 0..<vesselCount, in the order of time. Reading them back from disk may fail.
  package func withFixes<Result>(
    ofVessel index: Int, _ body: (UnsafeBufferPointer<Fix>) -> Result
  ) throws(TracksError) -> Result {
    let span = spans[index]
    switch storage {
    case .memory(let fixes):
      return fixes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[span.start..<span.start + span.count])) }
    case .file(let file):
      var fixes: [Fix] = []
      var rows: [UInt64] = []
      try file.load(span, into: &fixes, rows: &rows)
      return fixes.withUnsafeBufferPointer(body)
    }
  }
}
