import Export
import Platform

/// Says whether a set of tiles is sound, whoever made it; writes nothing.
public struct VerifyJob: Sendable {
  /// A PMTiles archive, an MBTiles database or a folder of tiles; the kind is found by content.
  public var path: String
  /// Workers; any number finds the same.
  public var threads = defaultThreads

  /// A job on a set of tiles.
  public init(path: String) { self.path = path }

  /// Looks into every tile. Faults are in the summary; throws `WakeprintError` where nothing could be checked.
  public func run(
    onProgress: (@Sendable (JobProgress) -> Void)? = nil
  ) throws(WakeprintError) -> VerifySummary {
    let start = monotonicSeconds()
    guard threads > 0 else { throw WakeprintError(.usage, "threads must be 1 or more, not \(threads)") }
    onProgress?(JobProgress(stage: "checking"))
    do throws(TileSetUnreadable) {
      let report = try TileSetCheck.check(path: path, threads: threads)
      return VerifySummary(path: path, report: report, elapsedSeconds: monotonicSeconds() - start)
    } catch {
      let kind: WakeprintError.Kind =
        switch error {
        case .missing: .noInput
        case .otherKind: .data
        case .readFailed: .inputOutput
        }
      throw WakeprintError(kind, "\(path): \(error.sentence)")
    }
  }
}
