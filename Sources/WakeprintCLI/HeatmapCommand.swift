import ArgumentParser
import Wakeprint

/// `wakeprint heatmap`: a density image, or the numbers.
struct HeatmapCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "heatmap",
    abstract: "Draw a density image (.png), or write the numbers (.tif).",
    discussion: """
      Example: wakeprint heatmap AIS_2022_01_03.csv.gz --bbox -98,18,-80,31 --title "Gulf of Mexico" -o gulf.png
      """)

  @OptionGroup var input: InputOptions

  @Option(
    name: [.short, .long], help: ArgumentHelp("The picture (.png) or numbers (.tif) to write.", valueName: "path"))
  var output: String

  @Flag(name: [.short, .long], help: "Replace existing outputs.")
  var force = false

  @OptionGroup var frame: FrameOptions
  @OptionGroup var density: DensityOptions
  @OptionGroup var look: LookOptions

  @Flag(help: "Write OUT.pgw and OUT.png.aux.xml beside the picture, so that a GIS opens it at its place.")
  var worldFile = false

  @OptionGroup var report: ReportOptions

  func perform() async throws {
    var job = HeatmapJob(input: input.request, output: output)
    job.frame = try frame.request()
    job.density = density.request
    job.look = look.request
    job.force = force
    job.writesWorldFile = worldFile
    job.commandLine = RecordedCommand.arguments(inputs: input.inputs)
    let summary = try await job.run(onProgress: report.progress)
    report.report(summary) { $0.pictureLines }
  }
}
