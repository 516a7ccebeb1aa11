/// A ring's edge that runs exactly along a meridian or a parallel, and so may be a cut through land.
struct StraightEdge: Sendable {
  /// Along a meridian, or else along a parallel.
  var isMeridian: Bool
  /// Its longitude, or latitude, in 1e-5 degrees.
  var at: Int32
  /// Its southern, or western, end.
  var from: Int32
  /// Its northern, or eastern, end.
  var to: Int32
  /// Whether the polygon's land lies west, or south, of it.
  var hasLandBelow: Bool
  /// The polygon that it belongs to.
  var polygon: Int
  /// The number of its ring.
  var ring: Int
  /// The number of the edge in the ring.
  var edge: Int
}
