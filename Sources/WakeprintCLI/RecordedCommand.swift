/// The command line as a picture records it: what shapes the picture, and nothing that must not change its bytes.
enum RecordedCommand {
  /// Options that say where, how fast or how loudly, and their values; a scale is recorded itself, not its file.
  private static let withValue: Set<String> = [
    "-o", "--output", "--threads", "--memory", "--rejects", "--save-scale", "--use-scale",
    "--poster",
  ]
  private static let flags: Set<String> = [
    "-f", "--force", "--json", "-q", "--quiet", "-v", "--verbose", "--strict", "--world-file", "--resume",
    "--dry-run",
  ]

  /// The process's arguments without outputs, speed and talk; inputs by their file names, in the order of those.
  static func arguments(_ all: [String] = CommandLine.arguments, inputs: [String]) -> [String] {
    var paths = Set(inputs)
    // A search writes its hotspots; a map draws them in a way.
    let withValue = all.dropFirst().first == "transfers" ? withValue.union(["--hotspots"]) : withValue
    var result = ["wakeprint"]
    var skipsNext = false
    for (index, argument) in all.enumerated().dropFirst() {
      if skipsNext {
        skipsNext = false
      } else if withValue.contains(argument) {
        skipsNext = true
      } else if flags.contains(argument) || withValue.contains(where: { argument.hasPrefix($0 + "=") }) {
        continue
      } else if paths.contains(argument), !isValue(all, index) {
        continue
      } else if argument.contains("/"), isCompanion(all, index) {
        result.append(names(argument))
      } else if let option = companions.first(where: { argument.hasPrefix($0 + "=") }), argument.contains("/") {
        result.append(option + "=" + names(String(argument.dropFirst(option.count + 1))))
      } else {
        result.append(argument)
      }
    }
    paths.removeAll()
    return result + inputs.map { $0.split(separator: "/").last.map(String.init) ?? $0 }.sorted()
  }

  /// Options that name a file that is read; its name is recorded, not its folder.
  private static let companions = ["--events", "--watchlist", "--ports", "--style", "--font", "--coastline"]

  /// Whether an argument is the file of such an option or of `--layer events FILE`.
  private static func isCompanion(_ all: [String], _ index: Int) -> Bool {
    let before = all[..<index].suffix(2)
    return before.last.map(companions.contains) ?? false || Array(before) == ["--layer", "events"]
  }

  /// Paths with commas between them without their folders.
  private static func names(_ paths: String) -> String {
    paths.split(separator: "," as Character, omittingEmptySubsequences: false).map { path in
      path.split(separator: "/").last.map(String.init) ?? String(path)
    }.joined(separator: ",")
  }

  private static func isValue(_ all: [String], _ index: Int) -> Bool {
    let before = all[index - 1]
    return before.hasPrefix("--") && !before.contains("=") && !flags.contains(before) && before != "--"
      && ![
        "--bare", "--basemap", "--heat", "--all", "--detect", "--reach", "--places", "--no-places", "--locator",
        "--no-locator", "--cumulative", "--plain", "--zoom-to-events",
      ].contains(before)
  }
}
