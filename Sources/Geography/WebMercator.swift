import Platform

/// Web Mercator (EPSG:3857) in world units: the square world is 2^32 units wide and high.
///
/// x runs east from the meridian of 180 degrees west, y runs south from latitude 85.0511 north. A unit is
/// 9.3 mm at the equator; x wraps round at 2^32, so that the difference of two `UInt32` read as an `Int32` is
/// always the shorter way round the earth.
public enum WebMercator {
  /// Units across the world: 2^32.
  public static let unitsAcross = 4_294_967_296.0

  /// The latitude at which the square world ends, in degrees: atan(sinh(pi)).
  public static let maximumLatitude = 85.051_128_779_806_59

  /// Radius of the projection's sphere in metres (EPSG:3857).
  public static let radius = 6_378_137.0

  /// Distance from the world's middle to its edge in projected metres.
  public static let halfWorldInMetres = Double.pi * radius

  /// World x of a longitude in degrees; values outside -180...180 continue beyond the world.
  public static func x(longitude: Double) -> Double {
    (longitude + 180) / 360 * unitsAcross
  }

  /// World y of a latitude in degrees, clamped to the square world.
  public static func y(latitude: Double) -> Double {
    let limit = maximumLatitude
    let sine = sin(min(max(latitude, -limit), limit) * (.pi / 180))
    return min(max((0.5 - atanh(sine) / (2 * .pi)) * unitsAcross, 0), unitsAcross)
  }

  /// Longitude in degrees of a world x; x outside the world gives degrees outside -180...180.
  public static func longitude(x: Double) -> Double {
    x / unitsAcross * 360 - 180
  }

  /// Latitude in degrees of a world y.
  public static func latitude(y: Double) -> Double {
    atan(sinh((0.5 - y / unitsAcross) * (2 * .pi))) * (180 / .pi)
  }

  /// Projected easting in metres (EPSG:3857) of a world x.
  public static func easting(x: Double) -> Double {
    (x / unitsAcross * 2 - 1) * halfWorldInMetres
  }

  /// Projected northing in metres (EPSG:3857) of a world y.
  public static func northing(y: Double) -> Double {
    (1 - y / unitsAcross * 2) * halfWorldInMetres
  }
}
