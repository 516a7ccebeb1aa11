import Geography

/// Where something is drawn, in whole units of the world: a place, or a line from one place to another.
struct EventPlace: Sendable, Hashable {
  /// World x, 0..<2^32.
  let x: Int64
  /// World y, from the square world's north edge southward.
  let y: Int64
  /// World x of a line's end, at most half a world from `x` and so perhaps outside the world; `x` without a line.
  let endX: Int64
  /// World y of a line's end; `y` without a line.
  let endY: Int64

  static let worldWidth: Int64 = 1 << 32

  /// A place, and a line to another one, the shorter way round.
  init(_ place: Coordinate, to end: Coordinate? = nil) {
    let (startX, startY) = (Self.x(place), Self.y(place))
    (x, y) = (startX, startY)
    // The difference of two 32-bit values wraps to the shorter way round.
    endX = startX + Int64(Int32(truncatingIfNeeded: end.map { Self.x($0) - startX } ?? 0))
    endY = end.map(Self.y) ?? startY
  }

  /// Whether there is a line.
  var isLine: Bool { x != endX || y != endY }

  private static func x(_ place: Coordinate) -> Int64 {
    Int64(WebMercator.x(longitude: place.longitude).rounded()) & (worldWidth - 1)
  }

  private static func y(_ place: Coordinate) -> Int64 { Int64(WebMercator.y(latitude: place.latitude).rounded()) }
}
