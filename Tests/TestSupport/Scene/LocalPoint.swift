import Platform

/// A place or a step in metres east and north on the plane of a `LocalMetric`.
public struct LocalPoint: Hashable, Sendable {
  /// Metres east.
  public var east: Double
  /// Metres north.
  public var north: Double

  /// A place from metres east and metres north.
  public init(east: Double, north: Double) {
    self.east = east
    self.north = north
  }

  /// So many metres in a direction in radians, clockwise from north.
  init(metres: Double, bearing: Double) {
    self.init(east: metres * sin(bearing), north: metres * cos(bearing))
  }

  static let zero = LocalPoint(east: 0, north: 0)

  /// Metres from the origin.
  var length: Double { (east * east + north * north).squareRoot() }

  static func + (a: LocalPoint, b: LocalPoint) -> LocalPoint {
    LocalPoint(east: a.east + b.east, north: a.north + b.north)
  }

  static func - (a: LocalPoint, b: LocalPoint) -> LocalPoint {
    LocalPoint(east: a.east - b.east, north: a.north - b.north)
  }

  static func * (a: LocalPoint, factor: Double) -> LocalPoint {
    LocalPoint(east: a.east * factor, north: a.north * factor)
  }
}
