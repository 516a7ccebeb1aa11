/// A place on the WGS84 ellipsoid.
public struct Coordinate: Hashable, Sendable {
  /// Degrees north, -90...90.
  public var latitude: Double
  /// Degrees east, -180...180.
  public var longitude: Double

  /// A place from degrees north and degrees east.
  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Whether both degrees are finite numbers.
  var isFinite: Bool { latitude.isFinite && longitude.isFinite }
}
