import ArgumentParser
import Wakeprint

/// The root command: `wakeprint`.
struct WakeprintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wakeprint",
    abstract: "Turns vessel tracks (AIS) into pictures that stand up as evidence.",
    discussion: """
      Example: wakeprint heatmap AIS_2022_01_03.csv.gz --region "Gulf of Mexico" -o gulf.png

      Everything runs offline. Outputs appear under their name only when whole, and carry the hashes of their inputs.
      """,
    version: wakeprintVersion,
    subcommands: [
      HeatmapCommand.self, MapCommand.self, TransfersCommand.self, TilesCommand.self, TimelapseCommand.self,
      VerifyCommand.self,
      InspectCommand.self, PalettesCommand.self, CoastlineCommand.self, DemoCommand.self,
    ])
}

/// A command that does a job and may fail with a sentence.
protocol JobCommand: ParsableCommand {
  /// Does the job.
  func perform() async throws
}
