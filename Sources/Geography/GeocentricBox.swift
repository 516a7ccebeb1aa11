import Platform

/// A box in space with edges along the geocentric axes, in metres, edges inclusive.
struct GeocentricBox: Sendable {
  var low: GeocentricPoint
  var high: GeocentricPoint

  /// The box of a single point.
  init(_ point: GeocentricPoint) {
    low = point
    high = point
  }

  /// The smallest box about a part of the ellipsoid between two meridians and two parallels, in degrees.
  ///
  /// -180 <= `west` <= `east` <= 180.
  init(west: Double, south: Double, east: Double, north: Double) {
    let radian = Double.pi / 180
    let bottom = GeocentricPoint.parallel(sine: sin(south * radian), cosine: cos(south * radian))
    let top = GeocentricPoint.parallel(sine: sin(north * radian), cosine: cos(north * radian))
    let least = min(bottom.radius, top.radius)
    let most = south <= 0 && north >= 0 ? Ellipsoid.semiMajorAxis : max(bottom.radius, top.radius)

    func across(_ first: Double, _ second: Double, hasMost: Bool, hasLeast: Bool) -> (low: Double, high: Double) {
      let low = hasLeast ? -1 : min(first, second)
      let high = hasMost ? 1 : max(first, second)
      return (low * (low < 0 ? most : least), high * (high > 0 ? most : least))
    }
    let x = across(cos(west * radian), cos(east * radian), hasMost: west <= 0 && east >= 0, hasLeast: false)
    let y = across(
      sin(west * radian), sin(east * radian), hasMost: west <= 90 && east >= 90, hasLeast: west <= -90 && east >= -90)
    low = GeocentricPoint(x: x.low, y: y.low, z: bottom.height)
    high = GeocentricPoint(x: x.high, y: y.high, z: top.height)
  }

  /// Grows the box so that it holds another one.
  mutating func formUnion(_ other: GeocentricBox) {
    low.x = min(low.x, other.low.x)
    low.y = min(low.y, other.low.y)
    low.z = min(low.z, other.low.z)
    high.x = max(high.x, other.high.x)
    high.y = max(high.y, other.high.y)
    high.z = max(high.z, other.high.z)
  }

  /// Square of the straight distance to the nearest point of the box, in square metres; 0 inside.
  func squaredDistance(to point: GeocentricPoint) -> Double {
    let dx = max(max(low.x - point.x, point.x - high.x), 0)
    let dy = max(max(low.y - point.y, point.y - high.y), 0)
    let dz = max(max(low.z - point.z, point.z - high.z), 0)
    return dx * dx + dy * dy + dz * dz
  }
}
