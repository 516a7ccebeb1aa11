import ArgumentParser
import Wakeprint

/// Limits that the user raises or lowers: `line=8MB,ratio=5000`.
struct LimitsArgument: ExpressibleByArgument {
  let limits: ReadLimits

  init?(argument: String) {
    var limits = ReadLimits()
    for part in argument.split(separator: ",") {
      let halves = part.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, let value = SizeArgument(argument: String(halves[1]))?.bytes, value > 0 else {
        return nil
      }
      switch halves[0].lowercased() {
      // Buffers hold a line.
      case "line" where value <= 1 << 30: limits.longestLine = value
      case "fields": limits.mostFields = value
      // Documents are read level by level on the stack.
      case "depth" where value <= 1_000: limits.deepestLevel = value
      case "ratio": limits.largestRatio = value
      case "unpacked": limits.mostUnpackedBytes = value
      case "vessels": limits.mostVessels = value
      case "groups": limits.mostOpenGroups = value
      case "positions": limits.mostPositionsOfAFeature = value
      default: return nil
      }
    }
    self.limits = limits
  }
}
