import Cartography
import Platform
import Tracks

/// The main job on the real recording that the program carries: 84 minutes of traffic in the Solent.
public struct DemoJob: Sendable {
  /// The folder to write into; made where it is missing.
  public var folder: String
  /// Whether existing outputs may be replaced.
  public var force = false
  /// Workers; the result does not depend on it.
  public var threads = defaultThreads

  /// A demo in a folder.
  public init(folder: String) { self.folder = folder }

  /// Draws `solent_dark.png` and `solent_light.png`. Throws `WakeprintError`.
  public func run(
    onProgress: (@Sendable (JobProgress) -> Void)? = nil
  ) async throws(WakeprintError) -> JobSummary {
    let start = monotonicSeconds()
    guard makeFolder(folder) else {
      throw WakeprintError(.cannotCreate, "\(folder): cannot be made or is not a folder; name another with --output")
    }
    var whole = JobSummary(command: "demo")
    for theme in [ThemeName.dark, .light] {
      var input = InputRequest(paths: [])
      input.embedded = ("solent_2016-01-12.csv.gz", [UInt8](EmbeddedResource.solentSample.bytes))
      input.reading.threads = threads
      var job = HeatmapJob(input: input, output: folder + "/solent_\(theme.rawValue).png")
      job.force = force
      job.look.theme = theme
      // Lines of one pixel are lost on a slide.
      job.density.smoothing = .pixels(1.2)
      job.look.title = "Vessel density in the Solent"
      job.look.subtitle = "84 minutes of AIS around Portsmouth, Southampton Water and the Isle of Wight"
      job.look.source = "AIS recording of 12 January 2016, Crown copyright (Dstl), MIT licence"
      job.commandLine = ["wakeprint", "demo"]
      let summary = try await job.run(onProgress: onProgress)
      let outputs = whole.outputs + summary.outputs
      whole = summary
      whole.command = "demo"
      whole.outputs = outputs
    }
    whole.elapsedSeconds = monotonicSeconds() - start
    return whole
  }
}
