import ArgumentParser
import Wakeprint

/// How far apart time ticks are: `auto`, `none`, or a duration of a minute or more.
struct TickArgument: ExpressibleByArgument {
  let step: TickStep

  init(step: TickStep) { self.step = step }

  init?(argument: String) {
    switch argument {
    case "auto": step = .automatic
    case "none": step = .none
    default:
      guard let duration = DurationArgument(argument: argument), duration.milliseconds >= 60_000 else { return nil }
      step = .every(milliseconds: duration.milliseconds)
    }
  }

  var defaultValueDescription: String { "auto" }
}
