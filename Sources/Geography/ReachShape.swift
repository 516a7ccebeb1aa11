import Platform

/// All places that a way of a given length touches: an ellipse on the sphere of mean radius, or a disc.
///
/// With half the way a, half the distance of the foci c and the foci's middle as x axis of a frame whose y axis points to
/// the second one, the edge are the directions (cos a, sin a cos t, sqrt(cos² c - cos² a) sin t): the sum of a place's
/// distances from the foci is 2a just where cos² r cos² c / cos² a + sin² r sin² c cos² θ / sin² a = 1, r and θ its
/// distance and direction from the middle. It is an ellipse at any size, be it larger than a hemisphere.
package struct ReachShape: Sendable {
  /// Whether every place on earth can be reached, so that there is no edge.
  package let isWholeEarth: Bool
  /// Half the way as an angle in radians, 0...pi; beyond pi / 2 the shape is larger than a hemisphere and holds a pole.
  package let halfWay: Double
  private let forward: UnitVector
  private let major: UnitVector
  private let minor: UnitVector

  /// The places that lie on some way of at most so many metres from one place to another, or from a place to anywhere.
  ///
  /// Nil where the way is too short for its two ends, or no length at all.
  package init?(from: Coordinate, to: Coordinate?, lengthInMetres length: Double) {
    guard length >= 0, from.isFinite, to?.isFinite ?? true else { return nil }
    let start = UnitVector(from)
    let end = to.map { UnitVector($0) } ?? start
    guard start.metres(to: end) <= length else { return nil }
    let sum = (x: start.x + end.x, y: start.y + end.y, z: start.z + end.z)
    let difference = UnitVector(x: end.x - start.x, y: end.y - start.y, z: end.z - start.z)
    let (across, apart) = (Self.length(sum.x, sum.y, sum.z), Self.length(difference.x, difference.y, difference.z))
    // The two are twice the cosine and the sine of half the angle between the places.
    let focal = apart > 1e-9 ? atan2(apart, across) : 0
    let radius = max(length / UnitVector.radiusInMetres / (to == nil ? 1 : 2), focal)
    isWholeEarth = across < 1e-9 || radius >= .pi - focal
    let middle = across < 1e-9 ? start : UnitVector(x: sum.x / across, y: sum.y / across, z: sum.z / across)
    let along = focal > 0 ? Self.square(difference, to: middle) : middle.axes.east
    let left = UnitVector(
      x: middle.y * along.z - middle.z * along.y, y: middle.z * along.x - middle.x * along.z,
      z: middle.x * along.y - middle.y * along.x)
    halfWay = min(radius, .pi)
    forward = Self.times(middle, cos(halfWay))
    major = Self.times(along, sin(halfWay))
    minor = Self.times(left, max(sin(halfWay - focal) * sin(halfWay + focal), 0).squareRoot())
  }

  /// A place on the edge; as `share` rises from 0 to 1 it goes round once, with what can be reached on its left.
  package func edge(at share: Double) -> UnitVector {
    let (c, s) = (cos(share * 2 * .pi), sin(share * 2 * .pi))
    let (x, y, z) = (
      forward.x + major.x * c + minor.x * s, forward.y + major.y * c + minor.y * s,
      forward.z + major.z * c + minor.z * s
    )
    let length = Self.length(x, y, z)
    return length > 0 ? UnitVector(x: x / length, y: y / length, z: z / length) : forward
  }

  private static func times(_ vector: UnitVector, _ factor: Double) -> UnitVector {
    UnitVector(x: vector.x * factor, y: vector.y * factor, z: vector.z * factor)
  }

  private static func length(_ x: Double, _ y: Double, _ z: Double) -> Double { (x * x + y * y + z * z).squareRoot() }

  /// The part of a vector that is square to another one of length one, itself of length one.
  private static func square(_ vector: UnitVector, to axis: UnitVector) -> UnitVector {
    let dot = vector.x * axis.x + vector.y * axis.y + vector.z * axis.z
    let (x, y, z) = (vector.x - dot * axis.x, vector.y - dot * axis.y, vector.z - dot * axis.z)
    return times(UnitVector(x: x, y: y, z: z), 1 / length(x, y, z))
  }
}
