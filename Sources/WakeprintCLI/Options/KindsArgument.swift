import ArgumentParser
import Wakeprint

/// Kinds of events by name: `encounter,gap`.
struct KindsArgument: ExpressibleByArgument {
  let kinds: Set<String>

  init(kinds: Set<String>) { self.kinds = kinds }

  var defaultValueDescription: String { kinds.sorted().joined(separator: ",") }

  init?(argument: String) {
    let names = argument.split(separator: ",").map(String.init)
    guard !names.isEmpty, names.allSatisfy(TransfersJob.kindNames.contains) else { return nil }
    kinds = Set(names)
  }
}
