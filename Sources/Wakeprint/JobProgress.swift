import Tracks

/// How far a job has come.
public struct JobProgress: Sendable, Equatable {
  /// What is being done, in words: "reading", "drawing".
  public let stage: String
  /// How much of the stage is done, 0...1; nil where that is not known.
  public let fraction: Double?
  /// Bytes read so far; nil outside of reading.
  public let bytes: Int?

  /// A stage without measure.
  init(stage: String) {
    self.stage = stage
    fraction = nil
    bytes = nil
  }

  /// A stage of which a part is done.
  init(stage: String, fraction: Double) {
    self.stage = stage
    self.fraction = min(max(fraction, 0), 1)
    bytes = nil
  }

  /// Reading, as the reader tells it.
  init(_ progress: ReadProgress) {
    stage = "reading"
    bytes = progress.bytesRead
    fraction =
      progress.bytesInAll > 0 ? min(1, Double(progress.bytesRead) / Double(progress.bytesInAll)) : nil
  }

  /// What a reader tells, passed on to whom a job tells.
  static func ofReading(
    _ tell: (@Sendable (JobProgress) -> Void)?
  ) -> (@Sendable (ReadProgress) -> Void)? {
    guard let tell else { return nil }
    return { @Sendable (progress: ReadProgress) in tell(JobProgress(progress)) }
  }
}
