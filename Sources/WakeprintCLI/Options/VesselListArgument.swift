import ArgumentParser

/// MMSI, separated by commas.
struct VesselListArgument: ExpressibleByArgument {
  let vessels: Set<UInt32>

  init?(argument: String) {
    let numbers = argument.split(separator: ",", omittingEmptySubsequences: false).map {
      UInt32($0.filter { $0 != " " })
    }
    guard !numbers.isEmpty, numbers.allSatisfy({ $0 != nil && $0! < 1_000_000_000 }) else { return nil }
    vessels = Set(numbers.compactMap { $0 })
  }
}
