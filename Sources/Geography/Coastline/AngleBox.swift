/// A box in whole 1e-5 degrees, its edges inclusive.
package struct AngleBox: Hashable, Sendable {
  /// The western edge.
  package var west: Int32
  /// The southern edge.
  package var south: Int32
  /// The eastern edge.
  package var east: Int32
  /// The northern edge.
  package var north: Int32

  /// A box of its edges.
  package init(west: Int32, south: Int32, east: Int32, north: Int32) {
    (self.west, self.south, self.east, self.north) = (west, south, east, north)
  }

  /// The box of one place.
  init(_ place: SIMD2<Int32>) {
    self.init(west: place.x, south: place.y, east: place.x, north: place.y)
  }

  mutating func formUnion(_ place: SIMD2<Int32>) {
    west = min(west, place.x)
    south = min(south, place.y)
    east = max(east, place.x)
    north = max(north, place.y)
  }

  mutating func formUnion(_ other: AngleBox) {
    west = min(west, other.west)
    south = min(south, other.south)
    east = max(east, other.east)
    north = max(north, other.north)
  }

  /// Whether it lies on the earth and is not turned round.
  var isSound: Bool {
    west >= -GeometryArchive.halfWorld && west <= east && east <= GeometryArchive.halfWorld
      && south >= GeometryArchive.southPole && south <= north && north <= -GeometryArchive.southPole
  }
}
