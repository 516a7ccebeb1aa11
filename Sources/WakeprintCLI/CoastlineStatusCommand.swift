import ArgumentParser
import Wakeprint

/// `wakeprint coastline status`: what is installed.
struct CoastlineStatusCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say which coastline is installed, and where.",
    discussion: "Example: wakeprint coastline status --json")

  @Flag(help: "A machine-readable summary on standard output, nothing else there.")
  var json = false

  func perform() async throws {
    let summary = try CoastlineStore.status()
    if json {
      print(summary.json)
    } else {
      for line in summary.lines { Terminal.say(line) }
    }
  }
}
