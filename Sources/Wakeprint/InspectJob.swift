import Behaviour
import Platform
import Tracks

/// Says what is in the data, without drawing anything.
public struct InspectJob: Sendable {
  /// What to read.
  public var input: InputRequest
  /// Whether the file of rejected rows may replace another.
  public var force = false
  /// Characters across that the map of a summary has at most, 40...72.
  public var width = PlainTextStyle.mostWidth

  /// A job on inputs.
  public init(input: InputRequest) { self.input = input }

  /// Reads and counts; where no row can be used, the summary has the reasons, and says so as its failure.
  ///
  /// Throws `WakeprintError`.
  public func run(
    onProgress: (@Sendable (JobProgress) -> Void)? = nil
  ) throws(WakeprintError) -> JobSummary {
    let start = monotonicSeconds()
    let writer = OutputWriter(force: force)
    if let path = input.rejectsPath { try writer.check([path], inputs: input.paths) }
    var input = input
    input.reading.keepsIdentity = true
    input.reading.allowsNothing = true
    let (positions, files) = try EventSource.split(input.paths, input.reading)
    var summary = JobSummary(command: "inspect", read: files.withoutTracks)
    var rejects = input.rejectsPath.map { _ in RejectsTable() }
    if !positions.isEmpty || files.isEmpty {
      input.paths = positions
      let (result, table) = try input.read(onProgress: JobProgress.ofReading(onProgress))
      rejects = table
      summary = JobSummary(command: "inspect", read: result)
      summary.failure = result.nothingUsable.map { WakeprintError($0) }
      if summary.failure == nil {
        summary.look = try FirstLook(
          result, rule: input.rule, width: min(width, PlainTextStyle.mostWidth),
          threads: max(input.reading.threads, 1))
      }
    }
    if !files.isEmpty { take(files, into: &summary, rejects) }
    if let path = input.rejectsPath, let rejects {
      summary.outputs.append(try writer.write(rejects.contents, to: path))
    }
    summary.elapsedSeconds = monotonicSeconds() - start
    return summary
  }

  /// Counts the events of files, whose rows are used or rejected like all others.
  private func take(_ files: [EventSource], into summary: inout JobSummary, _ rejects: RejectsTable?) {
    summary.inputs += files.map(\.report)
    for file in files {
      summary.rows.add(file.ledger)
      for row in file.rejectedRows { rejects?.append(row) }
    }
    var counts = EventCounts()
    counts.written = EventKind.allCases.map { kind in
      (kind.rawValue, files.events.count { $0.kind == kind })
    }
    counts.hotspots = files.hotspots.isEmpty ? nil : files.hotspots.count
    summary.events = counts
  }
}
