import ArgumentParser
import Wakeprint

/// `wakeprint demo`: the main job on the recording that the program carries.
struct DemoCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Draw heatmaps of the real recording inside the program: 84 minutes in the Solent.",
    discussion: "Example: wakeprint demo -o output")

  @Option(name: [.short, .long], help: ArgumentHelp("The folder to write into.", valueName: "folder"))
  var output = "output"

  @Flag(name: [.short, .long], help: "Replace existing outputs.")
  var force = false

  @OptionGroup var report: ReportOptions

  func perform() async throws {
    var job = DemoJob(folder: output)
    job.force = force
    let summary = try await job.run(onProgress: report.progress)
    report.report(summary) { $0.outputLines }
  }
}
