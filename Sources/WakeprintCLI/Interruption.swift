import Dispatch
import Platform
import Wakeprint

/// Ctrl-C and the wish to terminate: unfinished outputs are removed, and the program ends with 130.
enum Interruption {
  /// Begins to watch for SIGINT, SIGTERM and SIGHUP; a closed pipe is an ordinary write error.
  static func watch() {
    signal(SIGPIPE, SIG_IGN)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
      source.setEventHandler {
        discardUnfinishedOutputs {
          Terminal.clearProgress()
          Terminal.complain("interrupted; nothing was left under the output's name")
          _exit(number == SIGINT ? 130 : 128 + number)
        }
      }
      source.activate()
      // Watches as long as the program runs.
      _ = Unmanaged.passRetained(source as AnyObject)
    }
  }
}
