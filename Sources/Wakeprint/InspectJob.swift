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

  /// Reads and counts. Throws `WakeprintError`.
  public func run(
    onProgress: (@Sendable (JobProgress) -> Void)? = nil
  ) throws(WakeprintError) -> JobSummary {
    let start = monotonicSeconds()
    let writer = OutputWriter(force: force)
    if let path = input.rejectsPath { try writer.check([path], inputs: input.paths) }
    var input = input
    input.reading.keepsIdentity = true
    let (result, rejects) = try input.read(onProgress: JobProgress.ofReading(onProgress))
    var summary = JobSummary(command: "inspect", read: result)
    summary.look = try FirstLook(
      result, rule: input.rule, width: min(width, PlainTextStyle.mostWidth), threads: max(input.reading.threads, 1))
    if let path = input.rejectsPath, let rejects {
      summary.outputs.append(try writer.write(rejects.contents, to: path))
    }
    summary.elapsedSeconds = monotonicSeconds() - start
    return summary
  }
}
