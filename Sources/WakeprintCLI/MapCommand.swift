import ArgumentParser
import Wakeprint

/// `wakeprint map`: tracks and events on the basemap.
struct MapCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Draw tracks, their gaps and events on the basemap.",
    discussion: """
      Example: wakeprint map AIS_2022_01_03.csv.gz --region "Gulf of Mexico" --color-by type -o gulf.png

      Files of events among the inputs are drawn as events; without positions they are drawn alone.
      Dashed lines are not observed: no position was received for longer than --gap-after.
      """)

  @OptionGroup var input: InputOptions

  @Option(name: [.short, .long], help: ArgumentHelp("The picture to write (.png).", valueName: "path"))
  var output: String

  @Flag(name: [.short, .long], help: "Replace existing outputs.")
  var force = false

  @Option(help: "What the colours of tracks say: speed, vessel, type, flag or time.")
  var colorBy = TrackColorKey.speed

  @OptionGroup var found: EventOptions

  @Flag(help: "Density beneath the tracks; the options of density are for it.")
  var heat = false

  @OptionGroup var contents: MapOptions
  @OptionGroup var frame: FrameOptions
  @OptionGroup var density: DensityOptions
  @OptionGroup var look: LookOptions

  @Flag(help: "Write OUT.pgw and OUT.png.aux.xml beside the picture, so that a GIS opens it at its place.")
  var worldFile = false

  @OptionGroup var report: ReportOptions

  func validate() throws {
    if !heat, let option = density.firstGiven {
      throw ValidationError("\(option) is for density, which is not drawn; add --heat")
    }
  }

  func perform() async throws {
    var job = MapJob(input: input.request, output: output)
    job.frame = try frame.request()
    job.colorKey = colorBy
    job.events = found.events
    job.detection = found.request
    job.watchlist = found.watchlist
    job.contents = contents.contents
    job.contents.darkSpeedInKnots = found.detection.rules.darkSpeedInKnots
    job.heat = heat ? density.request : nil
    job.look = look.request
    job.force = force
    job.writesWorldFile = worldFile
    job.commandLine = RecordedCommand.arguments(inputs: input.inputs)
    let summary = try await job.run(onProgress: report.progress)
    report.report(summary) { $0.pictureLines }
  }
}
