import ArgumentParser
import Platform
import Wakeprint

/// Runs the command that the arguments name, and turns what went wrong into one line and an exit code.
@main
enum EntryPoint {
  static func main() async {
    Interruption.watch()
    do {
      var command = try WakeprintCommand.parseAsRoot()
      if let job = command as? any JobCommand {
        try await job.perform()
      } else {
        try command.run()
      }
      finish(0)
    } catch let error as WakeprintError {
      Terminal.complain(error.description)
      finish(error.kind.rawValue)
    } catch {
      let code = WakeprintCommand.exitCode(for: error)
      guard code != .success else {
        print(WakeprintCommand.fullMessage(for: error))
        finish(0)
      }
      let message = WakeprintCommand.message(for: error)
      Terminal.complain(message.split(separator: "\n").joined(separator: " ") + "; see wakeprint --help")
      finish(WakeprintError.Kind.usage.rawValue)
    }
  }

  private static func finish(_ code: Int32) -> Never {
    Terminal.clearProgress()
    exit(code)
  }
}
