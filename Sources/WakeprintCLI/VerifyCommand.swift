import ArgumentParser
import Wakeprint

/// `wakeprint verify`: whether a set of tiles is sound.
struct VerifyCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Say whether a tile archive is sound, whoever made it; every fault is a line.",
    discussion: "Example: wakeprint verify density.pmtiles")

  @Argument(
    help: ArgumentHelp("A .pmtiles or .mbtiles file, or a folder {z}/{x}/{y}.png with tiles.json.", valueName: "tiles"))
  var tiles: String

  @OptionGroup var report: ReportOptions

  func perform() async throws {
    let summary = try VerifyJob(path: tiles).run(onProgress: report.progress)
    Terminal.clearProgress()
    if report.json {
      print(summary.json)
    } else {
      for fault in summary.faults { Terminal.complain(fault) }
    }
    if let error = summary.error { throw error }
    if !report.json, !report.quiet {
      for line in summary.lines { Terminal.note(line) }
    }
  }
}
