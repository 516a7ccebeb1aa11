import ArgumentParser
import Wakeprint

/// A distance on the picture or on the earth: `3px`, `500m`, `2km`, `1nm`.
struct ReachArgument: ExpressibleByArgument {
  let reach: SmoothingReach

  init?(argument: String) {
    let units: [(String, (Double) -> SmoothingReach)] = [
      ("px", { .pixels($0) }), ("km", { .metres($0 * 1_000) }), ("nm", { .metres($0 * 1_852) }), ("m", { .metres($0) }),
    ]
    guard let (unit, make) = units.first(where: { argument.hasSuffix($0.0) }),
      let number = Double(argument.dropLast(unit.count)), number > 0, number.isFinite
    else { return nil }
    reach = make(number)
  }
}
