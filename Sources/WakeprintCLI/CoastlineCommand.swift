import ArgumentParser
import Wakeprint

/// `wakeprint coastline`: the detailed land that close views show.
struct CoastlineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coastline",
    abstract: "Install a detailed coastline for close views, say what is installed, or remove it.",
    discussion: "Example: wakeprint coastline install land-polygons-complete-4326.zip",
    subcommands: [CoastlineInstallCommand.self, CoastlineStatusCommand.self, CoastlineRemoveCommand.self])
}
