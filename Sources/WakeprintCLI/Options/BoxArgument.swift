import ArgumentParser
import Wakeprint

/// A box in degrees: west,south,east,north; west beyond east crosses the antimeridian.
struct BoxArgument: ExpressibleByArgument {
  let box: BoundingBox

  init?(argument: String) {
    let numbers = argument.split(separator: ",", omittingEmptySubsequences: false).map {
      Double($0.filter { $0 != " " })
    }
    guard numbers.count == 4, let west = numbers[0], let south = numbers[1], let east = numbers[2],
      let north = numbers[3]
    else { return nil }
    box = BoundingBox(west: west, south: south, east: east, north: north)
  }
}
