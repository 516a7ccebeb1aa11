import ArgumentParser
import Wakeprint

/// `wakeprint coastline remove`: takes the installed coastline away.
struct CoastlineRemoveCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove the coastline that is installed.",
    discussion: "Example: wakeprint coastline remove")

  @Flag(help: "A machine-readable summary on standard output, nothing else there.")
  var json = false

  @Flag(name: [.short, .long], help: "Nothing on standard error but complaints.")
  var quiet = false

  func perform() async throws {
    let summary = try CoastlineStore.remove()
    if json {
      print(summary.json)
    } else if !quiet {
      for line in summary.lines { Terminal.note(line) }
    }
  }
}
