import Geography

/// A place of a track in whole units, 8 bytes: finer than a position that AIS can send, and the same in every grid.
struct TrackPoint: Hashable, Sendable {
  /// World x in units of `WebMercator`, wrapping round at 2^32.
  var x: UInt32
  /// Two units of world y south of the equator, so that the range reaches beyond the square world on both sides.
  var y: Int32

  /// A place from its unwrapped world x and its y.
  init(x: Int64, y: Int32) {
    self.x = UInt32(truncatingIfNeeded: x)
    self.y = y
  }

  /// Units across the world.
  static let worldWidth: Int64 = 1 << 32

  /// The y of a world y; what lies beyond latitude 89.78 counts as there.
  static func y(worldY: Double) -> Int32 {
    let units = ((worldY - WebMercator.unitsAcross / 2) / 2).rounded()
    return Int32(min(max(units, -2_147_483_648), 2_147_483_647))
  }

  /// World y of a y, in units from the square world's north edge.
  static func worldY(_ y: Int32) -> Int64 { Int64(y) * 2 + worldWidth / 2 }

  /// How far east of this place another one is, the shorter way round, in units.
  func east(to other: TrackPoint) -> Int64 { Int64(Int32(bitPattern: other.x &- x)) }
}
