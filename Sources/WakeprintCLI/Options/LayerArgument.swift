import ArgumentParser
import Wakeprint

/// A layer of tiles: `density`, `tracks`, or `events FILE`.
struct LayerArgument: ExpressibleByArgument {
  let layer: TileLayer

  private static let eventsPrefix = "events="

  init?(argument: String) {
    switch argument {
    case "density": layer = .density
    case "tracks": layer = .tracks
    case "events": layer = .events(path: "")
    default:
      guard argument.hasPrefix(LayerArgument.eventsPrefix) else { return nil }
      layer = .events(path: String(argument.dropFirst(LayerArgument.eventsPrefix.count)))
    }
  }

  static var allValueStrings: [String] { ["density", "tracks", "events FILE"] }
  static var defaultCompletionKind: CompletionKind { .list(["density", "tracks", "events"]) }

  /// Whether it names the file that it needs.
  var isWhole: Bool { layer != .events(path: "") }

  /// Arguments in which `--layer events FILE` is one value, since an option takes no more; another option is no file.
  static func joiningFiles(_ arguments: [String]) -> [String] {
    var result: [String] = []
    for argument in arguments {
      let isFile =
        result.last == "--layer=events" || (result.last == "events" && result.dropLast().last == "--layer")
      if isFile, !argument.hasPrefix("-"), let last = result.popLast() {
        result.append(last + "=" + argument)
      } else {
        result.append(argument)
      }
    }
    return result
  }
}
