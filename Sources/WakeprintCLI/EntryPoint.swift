import ArgumentParser
import Platform
import Wakeprint

/// Runs the command that the arguments name, and turns what went wrong into one line and an exit code.
@main
enum EntryPoint {
  static func main() async {
    Interruption.watch()
    do {
      var command = try WakeprintCommand.parseAsRoot(
        LayerArgument.joiningFiles(Array(CommandLine.arguments.dropFirst())))
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
      var message = WakeprintCommand.message(for: error).split(separator: "\n").joined(separator: " ")
      if message.hasSuffix(".") { message.removeLast() }
      Terminal.complain(message + "; see wakeprint --help")
      finish(WakeprintError.Kind.usage.rawValue)
    }
  }

  private static func finish(_ code: Int32) -> Never {
    Terminal.clearProgress()
    if code == 0, !Terminal.hasSaidAll {
      Terminal.complain("standard output: could not be written; check where it goes and its free space")
      exit(WakeprintError.Kind.inputOutput.rawValue)
    }
    exit(code)
  }
}
