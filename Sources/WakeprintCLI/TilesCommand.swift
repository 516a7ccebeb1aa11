import ArgumentParser
import Wakeprint

/// `wakeprint tiles`: a pyramid of raster tiles.
struct TilesCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "tiles",
    abstract: "Draw a pyramid of tiles: a folder with tiles.json, OUT.mbtiles or OUT.pmtiles.",
    discussion: """
      Example: wakeprint tiles AIS_2022_01_03.csv.gz -z 10 --title "Gulf of Mexico" -o gulf.pmtiles

      Tiles are transparent where nothing is. The legend is written beside them (OUT.legend.png).
      """)

  @OptionGroup var input: InputOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("OUT.pmtiles, OUT.mbtiles, or a folder that is filled with {z}/{x}/{y}.png.", valueName: "path"))
  var output: String

  @Flag(name: [.short, .long], help: "Replace existing outputs.")
  var force = false

  @Flag(help: "Keep the tiles that an interrupted run has left of the same folder.")
  var resume = false

  @OptionGroup var pyramid: PyramidOptions
  @OptionGroup var density: DensityOptions
  @OptionGroup var look: LookOptions
  @OptionGroup var report: ReportOptions

  func perform() async throws {
    var job = TilesJob(input: input.request, output: output)
    job.look = look.request
    job.look.isBare = true
    job.look.hasBasemap = look.basemap
    let (request, place) = try pyramid.request()
    job.pyramid = request
    job.look.title = job.look.title ?? place
    job.layers = pyramid.layers
    job.colorKey = pyramid.colorBy
    job.density = density.request
    job.force = force
    job.resumes = resume
    job.commandLine = RecordedCommand.arguments(inputs: input.inputs)
    let summary = try await job.run(onProgress: report.progress)
    report.report(summary) { $0.tilesLines }
  }
}
