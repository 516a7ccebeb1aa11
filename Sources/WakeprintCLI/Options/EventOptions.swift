import ArgumentParser
import Wakeprint

/// Which events a picture shows, and whom it watches for.
struct EventOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Events and hotspots to draw over the tracks: GeoJSON or CSV.", valueName: "file"))
  var events: String?

  @Flag(
    help:
      "Find encounters, loitering and possible dark rendezvous in the positions; the options of detection are for it.")
  var detect = false

  @Option(
    help: ArgumentHelp("Find only these kinds of events, gap and identity_change among them.", valueName: "kind,…"))
  var only: KindsArgument?

  @OptionGroup var detection: DetectionOptions

  @Option(
    help: ArgumentHelp("Vessels that stand out and are listed: CSV with mmsi or imo, name, note.", valueName: "file"))
  var watchlist: String?

  /// What is to be found in the positions; nil for nothing.
  var request: DetectionRequest? {
    guard detect || only != nil || detection.isGiven else { return nil }
    return DetectionRequest(
      rules: detection.rules, kinds: only?.kinds ?? ["encounter", "loitering", "dark_rendezvous"],
      ports: detection.ports)
  }
}
