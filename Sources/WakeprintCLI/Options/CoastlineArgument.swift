import ArgumentParser
import Wakeprint

/// Which land close views show: `auto`, `none` or the path of a coastline file.
struct CoastlineArgument: ExpressibleByArgument {
  let choice: CoastlineChoice

  var defaultValueDescription: String { "auto" }

  init(choice: CoastlineChoice) { self.choice = choice }

  init?(argument: String) {
    switch argument {
    case "": return nil
    case "auto": choice = .automatic
    case "none": choice = .none
    default: choice = .file(argument)
    }
  }
}
