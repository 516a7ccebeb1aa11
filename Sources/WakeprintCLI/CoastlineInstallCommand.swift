import ArgumentParser
import Wakeprint

/// `wakeprint coastline install`: makes a coastline out of a file of land polygons.
struct CoastlineInstallCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Make a detailed coastline out of a file of land polygons, for close views.",
    discussion: """
      Example: wakeprint coastline install land-polygons-complete-4326.zip

      The file is a shapefile (.shp, or a .zip with one) or WKB, plain or compressed, in degrees of WGS 84 (EPSG:4326).
      The coastline goes to $WAKEPRINT_CACHE, $XDG_CACHE_HOME/wakeprint or the user's folder of caches.
      """)

  @Argument(help: ArgumentHelp("OpenStreetMap's land polygons, or others.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("Whose data it is, as pictures shall say it.", valueName: "name"))
  var source = CoastlineStore.openStreetMap

  @Flag(name: [.short, .long], help: "Replace the coastline that is installed.")
  var force = false

  @OptionGroup var report: ReportOptions

  func perform() async throws {
    var job = CoastlineInstallJob(input: file)
    job.attribution = source
    job.force = force
    let summary = try job.run(onProgress: report.progress)
    Terminal.clearProgress()
    if report.json {
      print(summary.json)
    } else if !report.quiet {
      for line in summary.lines { Terminal.note(line) }
    }
  }
}
