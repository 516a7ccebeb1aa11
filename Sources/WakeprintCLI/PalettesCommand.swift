import ArgumentParser
import Wakeprint

/// `wakeprint palettes`: every palette by name.
struct PalettesCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "palettes",
    abstract: "Draw every palette by name into one picture.",
    discussion: "Example: wakeprint palettes -o palettes.png")

  @Option(name: [.short, .long], help: ArgumentHelp("The picture to write (.png).", valueName: "path"))
  var output: String

  @Flag(name: [.short, .long], help: "Replace an existing output.")
  var force = false

  @Option(help: "Colours of the page: dark, light or print.")
  var theme = ThemeName.dark

  @OptionGroup var report: ReportOptions

  func perform() async throws {
    var job = PalettesJob(output: output)
    job.theme = theme
    job.force = force
    let summary = try await job.run()
    report.report(summary) { $0.outputLines }
  }
}
