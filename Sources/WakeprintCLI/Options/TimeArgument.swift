import ArgumentParser
import Wakeprint

/// An instant: ISO 8601 or UNIX time, UTC where no zone is given.
struct TimeArgument: ExpressibleByArgument {
  let milliseconds: Int64

  init?(argument: String) {
    guard let milliseconds = TimeText.milliseconds(argument) else { return nil }
    self.milliseconds = milliseconds
  }
}
