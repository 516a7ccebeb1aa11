/// A box between two meridians and two parallels; when `west > east` it crosses the antimeridian.
public struct BoundingBox: Hashable, Sendable {
  /// Western edge in degrees, -180...180, inclusive.
  public var west: Double
  /// Southern edge in degrees, -90...90, inclusive.
  public var south: Double
  /// Eastern edge in degrees, -180...180, inclusive.
  public var east: Double
  /// Northern edge in degrees, -90...90, inclusive.
  public var north: Double

  /// A box from its edges in GeoJSON order; nothing is checked.
  public init(west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  /// A box that reaches so many metres from a place to all four sides, cut at the poles.
  public init(around place: Coordinate, radiusInMetres radius: Double) {
    let projection = LocalProjection(centre: place)
    let (low, high) = (projection.place(east: -radius, north: -radius), projection.place(east: radius, north: radius))
    self.init(
      west: BoundingBox.wrapped(low.longitude), south: max(low.latitude, -90),
      east: BoundingBox.wrapped(high.longitude),
      north: min(high.latitude, 90))
  }

  /// Whether the box lies across the meridian of 180 degrees.
  public var crossesAntimeridian: Bool { west > east }

  /// Degrees from the western to the eastern edge, going east, 0...360.
  public var widthInDegrees: Double { crossesAntimeridian ? east - west + 360 : east - west }

  /// The parallel halfway between the edges.
  public var middleLatitude: Double { (south + north) / 2 }

  /// Whether a place lies inside or on the edge.
  public func contains(_ place: Coordinate) -> Bool {
    guard place.latitude >= south, place.latitude <= north else { return false }
    return crossesAntimeridian
      ? place.longitude >= west || place.longitude <= east
      : place.longitude >= west && place.longitude <= east
  }

  /// A longitude brought into -180..<180.
  public static func wrapped(_ longitude: Double) -> Double {
    let turned = (longitude + 180).truncatingRemainder(dividingBy: 360)
    return turned < 0 ? turned + 180 : turned - 180
  }
}
