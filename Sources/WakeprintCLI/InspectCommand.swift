import ArgumentParser
import Wakeprint

/// `wakeprint inspect`: what is in the data.
struct InspectCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Say what is in the data: format, columns, rows, vessels, gaps, doubts, and where it lies.",
    discussion: "Example: wakeprint inspect AIS_2022_01_03.csv.gz --json")

  @OptionGroup var input: InputOptions

  @Flag(name: [.short, .long], help: "Replace an existing --rejects file.")
  var force = false

  @Flag(help: "Nothing but ASCII in the text; so it is anyway where the locale has no UTF-8.")
  var ascii = false

  @OptionGroup var report: ReportOptions

  func perform() async throws {
    var job = InspectJob(input: input.request)
    job.force = force
    let width = Terminal.columns ?? PlainTextStyle.mostWidth
    let style = PlainTextStyle(isASCII: ascii || !Terminal.usesUTF8, width: width)
    if !report.json { job.width = style.width }
    var summary = try job.run(onProgress: report.progress)
    summary.namesAll = report.verbose
    if report.json {
      print(summary.json)
    } else {
      Terminal.clearProgress()
      for line in summary.inspectLines(style) { Terminal.say(line) }
    }
    if let failure = summary.failure { throw failure }
  }
}
