import Geography
import Platform

/// Where a ship can have been in a silence: a space-time prism.
///
/// At an instant it lies within the speed limit's way of the place where it was last seen, and within that of the place
/// where it was seen again. Times are in milliseconds since 1970, speeds in metres a millisecond.
struct SilenceReach {
  let from: UnitVector
  let to: UnitVector
  let start: Double
  let end: Double
  let speed: Double

  /// The reach of a gap that has ended; nil of an open one, and where the ship must have been faster than the limit.
  init?(_ gap: Gap, knots: Double) {
    guard let to = gap.to else { return nil }
    from = UnitVector(gap.from.coordinate)
    self.to = UnitVector(to.coordinate)
    start = Double(gap.start)
    end = Double(gap.end)
    speed = knots * 1852 / 3_600_000
    guard from.metres(to: self.to) <= speed * (end - start) else { return nil }
  }

  /// The earliest arrival at a place.
  @inline(__always)
  func arrival(_ place: UnitVector) -> Double { start + from.metres(to: place) / speed }

  /// The latest departure from a place.
  @inline(__always)
  func departure(_ place: UnitVector) -> Double { end - place.metres(to: to) / speed }

  /// Area in km2 of the ellipse that holds all places the ship can have been at, as if the earth were flat there.
  var areaInSquareKilometres: Double {
    let major = speed * (end - start) / 2000
    let focal = from.metres(to: to) / 2000
    return .pi * major * max(0, major * major - focal * focal).squareRoot()
  }
}
