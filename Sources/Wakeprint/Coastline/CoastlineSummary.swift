import Cartography
import JSON

/// What a command about the installed coastline came to.
public struct CoastlineSummary: Sendable, Equatable {
  /// The command, such as `coastline status`.
  public let command: String
  /// Where the coastline is, or would be.
  public let path: String
  /// What is there now; nil for nothing.
  public internal(set) var installed: InstalledCoastline?
  /// Whether something was removed.
  public internal(set) var hasRemoved = false
  /// Seconds from begin to end.
  public internal(set) var elapsedSeconds = 0.0

  init(command: String, path: String) {
    self.command = command
    self.path = path
  }

  /// The summary as one JSON object.
  public var json: String {
    var members: [(String, JSONValue)] = [
      ("command", .string(command)), ("version", .string(wakeprintVersion)), ("path", .string(path)),
      ("installed", .bool(installed != nil)),
    ]
    if let installed {
      members += [
        ("attribution", .string(installed.attribution)),
        (
          "input",
          .object([("name", .string(installed.inputName)), ("sha256", .string(installed.inputSHA256))])
        ),
        ("polygons", .integer(Int64(installed.polygons))), ("vertices", .integer(Int64(installed.vertices))),
        ("bytes", .integer(Int64(installed.bytes))), ("sha256", .string(installed.sha256)),
      ]
    }
    members.append(("elapsed_s", .number((elapsedSeconds * 1000).rounded() / 1000)))
    return JSONValue.object(members).text(pretty: true)
  }

  /// The same, a line each, for a person.
  public var lines: [String] {
    guard let installed else {
      return [hasRemoved ? "removed \(path)" : "no coastline is installed (it would be \(path))"]
    }
    return [
      "\(path)  \(DateText.grouped(installed.bytes)) bytes  sha256 \(installed.sha256)",
      "land      \(DateText.grouped(installed.polygons)) polygons, \(DateText.grouped(installed.vertices)) vertices",
      "from      \(installed.inputName)  sha256 \(installed.inputSHA256)",
      "pictures  say \"\(installed.attribution)\"",
    ]
  }
}
