import ArgumentParser
import Wakeprint

/// `wakeprint inspect`: what is in the data.
struct InspectCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Say what is in the data: rows, reasons, vessels, time span, bounding box, format.",
    discussion: "Example: wakeprint inspect AIS_2022_01_03.csv.gz --json")

  @OptionGroup var input: InputOptions

  @Flag(name: [.short, .long], help: "Replace an existing --rejects file.")
  var force = false

  @OptionGroup var report: ReportOptions

  func perform() async throws {
    var job = InspectJob(input: input.request)
    job.force = force
    let summary = try job.run(onProgress: report.progress)
    if report.json {
      print(summary.json)
    } else {
      Terminal.clearProgress()
      for line in summary.description { print(line) }
    }
  }
}
