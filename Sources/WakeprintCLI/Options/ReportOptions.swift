import ArgumentParser
import Wakeprint

/// What is said while and after working.
struct ReportOptions: ParsableArguments {
  @Flag(help: "A machine-readable summary on standard output, nothing else there.")
  var json = false

  @Flag(name: [.short, .long], help: "Nothing on standard error but complaints.")
  var quiet = false

  @Flag(name: [.short, .long], help: "More notes on standard error.")
  var verbose = false

  func validate() throws {
    if quiet && verbose { throw ValidationError("--quiet and --verbose contradict each other; give one") }
  }

  /// What is told about progress; nil when quiet.
  var progress: (@Sendable (JobProgress) -> Void)? {
    guard !quiet else { return nil }
    let line = ProgressLine(isInteractive: Terminal.isInteractive, isVerbose: verbose)
    return { line.show($0) }
  }

  /// Says what the job came to.
  func report(_ summary: JobSummary, lines: (JobSummary) -> [String]) {
    Terminal.clearProgress()
    if json {
      print(summary.json)
    } else if !quiet {
      var summary = summary
      summary.namesAll = verbose
      for line in lines(summary) { Terminal.note(line) }
    }
  }
}
