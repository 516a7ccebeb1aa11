import Platform

/// A place on the sphere of mean radius 6,371,008.8 m as a vector of length one.
package struct UnitVector: Sendable {
  /// Towards latitude 0, longitude 0.
  package var x: Double
  /// Towards latitude 0, longitude 90 east.
  package var y: Double
  /// Towards the North Pole.
  package var z: Double

  // Computed, so that other modules see the number and not a place in memory.

  /// The sphere's radius, that of `Ellipsoid.meanRadius`.
  @inlinable package static var radiusInMetres: Double { 6_371_008.8 }

  /// A vector from its parts, whose length is taken to be one.
  @inlinable package init(x: Double, y: Double, z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// The vector of a place.
  @inlinable package init(_ place: Coordinate) {
    let (phi, lambda) = (place.latitude * .pi / 180, place.longitude * .pi / 180)
    self.init(x: cos(phi) * cos(lambda), y: cos(phi) * sin(lambda), z: sin(phi))
  }

  /// The place.
  @inlinable package var coordinate: Coordinate {
    Coordinate(latitude: atan2(z, (x * x + y * y).squareRoot()) * 180 / .pi, longitude: atan2(y, x) * 180 / .pi)
  }

  /// Length of the great circle to another place, in metres; by the chord, which is good at any distance.
  @inlinable @inline(__always)
  package func metres(to other: UnitVector) -> Double {
    let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
    return 2 * UnitVector.radiusInMetres * asin(min(1, (dx * dx + dy * dy + dz * dz).squareRoot() / 2))
  }

  /// Vectors of length one towards east and north; at a pole towards any two directions that are square to each other.
  @inlinable package var axes: (east: UnitVector, north: UnitVector) {
    let flat = (x * x + y * y).squareRoot()
    let east = flat > 1e-9 ? UnitVector(x: -y / flat, y: x / flat, z: 0) : UnitVector(x: 0, y: 1, z: 0)
    let north = UnitVector(
      x: y * east.z - z * east.y, y: z * east.x - x * east.z, z: x * east.y - y * east.x)
    return (east, north)
  }

  /// The place a distance away along a great circle that begins in a direction of length one, square to this vector.
  @inlinable package func moved(_ metres: Double, along direction: UnitVector) -> UnitVector {
    let angle = metres / UnitVector.radiusInMetres
    let (c, s) = (cos(angle), sin(angle))
    return UnitVector(x: x * c + direction.x * s, y: y * c + direction.y * s, z: z * c + direction.z * s)
  }

  /// The middle of places; nil where they cancel out.
  @inlinable package static func middle(_ places: [UnitVector]) -> UnitVector? {
    let (x, y, z) = places.reduce((0, 0, 0)) { ($0.0 + $1.x, $0.1 + $1.y, $0.2 + $1.z) }
    let length = (x * x + y * y + z * z).squareRoot()
    return length > 1e-9 ? UnitVector(x: x / length, y: y / length, z: z / length) : nil
  }
}
