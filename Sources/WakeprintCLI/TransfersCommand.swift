import ArgumentParser
import Wakeprint

/// `wakeprint transfers`: what vessels did.
struct TransfersCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "transfers",
    abstract: "Find encounters, loitering, gaps, possible dark rendezvous and changes of identity.",
    discussion: """
      Example: wakeprint transfers AIS_2022_01_03.csv.gz --hotspots hotspots.geojson -o events.geojson

      A gap says that no position was received, not why. A dark rendezvous is a possibility: two gaps in which the
      ships could have met. Files of events among the inputs are taken as they are.
      """)

  @OptionGroup var input: InputOptions

  @Option(name: [.short, .long], help: ArgumentHelp("The events to write: .geojson or .csv.", valueName: "path"))
  var output: String

  @Flag(name: [.short, .long], help: "Replace existing outputs.")
  var force = false

  @OptionGroup var detection: DetectionOptions

  @Option(help: ArgumentHelp("Write clusters of transfers too: .geojson or .csv.", valueName: "path"))
  var hotspots: String?

  @Option(help: ArgumentHelp("How near to one another the events of a cluster are.", valueName: "distance"))
  var hotspotRadius = DistanceArgument(metres: 20_000)

  @Option(help: ArgumentHelp("How many events make a cluster.", valueName: "n"))
  var hotspotMinimum = 3

  @Option(help: ArgumentHelp("The kinds of events that are clustered.", valueName: "kind,…"))
  var hotspotKinds = KindsArgument(kinds: ["encounter"])

  @Option(
    help: ArgumentHelp(
      "Only these kinds: encounter, loitering, gap, dark_rendezvous, identity_change.", valueName: "kind,…"))
  var only: KindsArgument?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only events in this box: west,south,east,north in degrees.", valueName: "w,s,e,n"))
  var bbox: BoxArgument?

  @Option(help: ArgumentHelp("Only events in a named sea or country.", valueName: "name"))
  var region: String?

  @Option(help: ArgumentHelp("Vessels to flag: CSV with mmsi or imo, name, note.", valueName: "file"))
  var watchlist: String?

  @OptionGroup var report: ReportOptions

  func validate() throws {
    if bbox != nil && region != nil { throw ValidationError("--bbox and --region contradict each other; give one") }
    if !(1...1_000_000).contains(hotspotMinimum) {
      throw ValidationError("--hotspot-minimum \(hotspotMinimum) is no count; give 1 or more")
    }
  }

  func perform() async throws {
    var job = TransfersJob(input: input.request, output: output)
    job.rules = detection.rules
    job.ports = detection.ports
    job.kinds = only?.kinds
    job.box = bbox?.box
    if let region {
      var frame = FrameRequest()
      try frame.show(region: region)
      job.box = frame.box
    }
    job.hotspotsOutput = hotspots
    job.hotspotRadiusInMetres = hotspotRadius.metres
    job.hotspotMinimum = hotspotMinimum
    job.hotspotKinds = hotspotKinds.kinds
    job.watchlist = watchlist
    job.force = force
    job.commandLine = RecordedCommand.arguments(inputs: input.inputs)
    let summary = try job.run(onProgress: report.progress)
    report.report(summary) { $0.transfersLines }
  }
}
