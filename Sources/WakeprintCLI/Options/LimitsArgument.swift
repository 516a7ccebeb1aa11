import ArgumentParser
import Wakeprint

/// Limits that the user raises or lowers: `line=8MB,ratio=5000`.
struct LimitsArgument: ExpressibleByArgument {
  /// Which limit by its name, and what it is to be.
  private let values: [String: Int]

  init?(argument: String) {
    var values: [String: Int] = [:]
    for part in argument.split(separator: ",") {
      let halves = part.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, let value = SizeArgument(argument: String(halves[1]))?.bytes,
        value > 0, value <= Self.most[halves[0].lowercased()] ?? 0
      else { return nil }
      values[halves[0].lowercased()] = value
    }
    guard !values.isEmpty else { return nil }
    self.values = values
  }

  /// The limits by name, and how far each can be raised: buffers hold a line, and documents are read level by level.
  private static let most = [
    "line": 1 << 30, "fields": Int.max, "depth": 1_000, "ratio": Int.max, "unpacked": Int.max, "vessels": Int.max,
    "groups": Int.max, "positions": Int.max,
  ]

  /// The limits as the library takes them.
  var limits: ReadLimits {
    var limits = ReadLimits()
    if let value = values["line"] { limits.longestLine = value }
    if let value = values["fields"] { limits.mostFields = value }
    if let value = values["depth"] { limits.deepestLevel = value }
    if let value = values["ratio"] { limits.largestRatio = value }
    if let value = values["unpacked"] { limits.mostUnpackedBytes = value }
    if let value = values["vessels"] { limits.mostVessels = value }
    if let value = values["groups"] { limits.mostOpenGroups = value }
    if let value = values["positions"] { limits.mostPositionsOfAFeature = value }
    return limits
  }
}
