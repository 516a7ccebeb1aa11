import ArgumentParser
import Wakeprint

/// `wakeprint timelapse`: a film of the sea.
struct TimelapseCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "timelapse",
    abstract: "Draw how a sea develops, frame by frame.",
    discussion: """
      Example: wakeprint timelapse AIS_2022_01_03.csv.gz --region "Gulf of Mexico" --every 10m --trail 6h -o gulf.mp4
      """)

  @OptionGroup var input: InputOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("A folder of frames, or a film: OUT.apng, OUT.mp4, OUT.gif.", valueName: "path"))
  var output: String

  @Flag(name: [.short, .long], help: "Replace existing outputs.")
  var force = false

  @Flag(help: "Keep the frames that an interrupted run has left of the same folder.")
  var resume = false

  @Flag(help: "Say how many frames there would be, how large and how long it would take, and write nothing.")
  var dryRun = false

  @Option(help: ArgumentHelp("Write the frame that says most as a picture too (.png).", valueName: "path"))
  var poster: String?

  @OptionGroup var time: FilmOptions

  @Option(help: "What the colours of ships and trails say: speed, vessel, type, flag or time.")
  var colorBy = TrackColorKey.speed

  @OptionGroup var found: EventOptions

  @Flag(inversion: .prefixedNo, help: "Names of towns, seas and countries.")
  var places = true

  @Flag(inversion: .prefixedNo, help: "A small globe that shows where the map is.")
  var locator = true

  @OptionGroup var frame: FrameOptions
  @OptionGroup var density: DensityOptions
  @OptionGroup var look: LookOptions
  @OptionGroup var report: ReportOptions

  func validate() throws {
    if time.request.density == nil, let option = density.firstGiven {
      throw ValidationError("\(option) is for density, which is not drawn; add --window or --cumulative")
    }
  }

  func perform() async throws {
    var job = TimelapseJob(input: input.request, output: output)
    job.frame = try frame.request()
    job.time = time.request
    job.colorKey = colorBy
    job.events = found.events
    job.detection = found.request
    job.watchlist = found.watchlist
    job.contents.namesPlaces = places
    job.contents.hasLocator = locator
    job.density = density.request
    job.look = look.request
    job.force = force
    job.resumes = resume
    job.poster = poster
    job.estimates = dryRun
    job.commandLine = RecordedCommand.arguments(inputs: input.inputs)
    let summary = try await job.run(onProgress: report.progress)
    report.report(summary) { $0.filmLines }
  }
}
