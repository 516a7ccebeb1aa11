import Geography
import Platform

/// The edge of a reach area in whole units of the world, as dense as a grid's scale asks for.
///
/// It follows from the area and the scale alone. A straight line between two corners leaves the true edge by some
/// 0.1 pixels, or a unit.
struct ReachOutline {
  /// A place in units of the world; x does not jump along the edge and so may lie outside the world.
  struct Corner {
    var x: Int64
    var y: Int64
  }

  /// The corners, the last being the first again, perhaps a world to the east or west.
  private(set) var corners: [Corner] = []
  /// How far the edge goes round the earth: 0, or the world's width, positive eastward.
  private(set) var turn: Int64 = 0
  /// Whether what can be reached is all that lies outside of the edge on the map: both poles are.
  private(set) var isInsideOut = false

  /// Latitudes beyond this, in degrees, are drawn at it: no map shows them.
  private static let limit = sin(89.9 * .pi / 180)
  /// World y at which areas that hold a pole are closed.
  static let north = y(sine: 1)
  static let south = y(sine: -1)

  private let shape: ReachShape
  private let tolerance: Double

  /// The edge of a shape that has one.
  init(_ shape: ReachShape, grid: PixelGrid) {
    self.shape = shape
    tolerance = max(0.1 / grid.pixelsPerUnit, 1)
    let start = place(0)
    corners = [start]
    var corner = start
    let steps = 16
    for step in 0..<steps {
      // 2^32 halvings are a centimetre of the longest edge.
      corner = trace(
        from: corner, Double(step) / Double(steps), Double(step + 1) / Double(steps), halvings: 32)
    }
    turn = corner.x - start.x
    // An edge that goes round no pole has both on one side: on this one if the shape is larger than a hemisphere, as it
    // then holds one. The sign of the area tells it too, but not of a sliver's.
    let cosine = cos(shape.halfWay)
    isInsideOut = turn == 0 && (abs(cosine) < 1e-6 ? area < 0 : cosine < 0)
  }

  /// World x from the westernmost to the easternmost corner.
  var columns: ClosedRange<Int64> {
    corners.reduce(corners[0].x...corners[0].x) { min($0.lowerBound, $1.x)...max($0.upperBound, $1.x) }
  }

  /// World y from the northernmost to the southernmost corner.
  var rows: ClosedRange<Int64> {
    corners.reduce(corners[0].y...corners[0].y) { min($0.lowerBound, $1.y)...max($0.upperBound, $1.y) }
  }

  /// Twice the area on the map, positive where the edge runs counterclockwise.
  private var area: Double {
    let first = corners[0]
    return zip(corners, corners.dropFirst()).reduce(0) { sum, edge in
      let (a, b) = (edge.0, edge.1)
      return sum + Double(b.x - first.x) * Double(a.y - first.y) - Double(a.x - first.x) * Double(b.y - first.y)
    }
  }

  /// Adds the corners after `from`, which lies at the share `first`, up to that of `last`, and returns the last.
  private mutating func trace(from: Corner, _ first: Double, _ last: Double, halvings: Int) -> Corner {
    let quarter = (last - first) / 4
    let one = next(from, first + quarter)
    let two = next(one, first + 2 * quarter)
    let three = next(two, first + 3 * quarter)
    let end = next(three, last == 1 ? 0 : last)
    let isPlain =
      Self.isNear(from, one) && Self.isNear(one, two) && Self.isNear(two, three) && Self.isNear(three, end)
      && [one, two, three].allSatisfy { distance(of: $0, from: from, to: end) <= tolerance }
    if isPlain || halvings == 0 {
      corners.append(end)
      return end
    }
    let middle = trace(from: from, first, first + 2 * quarter, halvings: halvings - 1)
    return trace(from: middle, first + 2 * quarter, last, halvings: halvings - 1)
  }

  /// Whether two places are so near that there is no doubt which way round the earth the edge goes.
  private static func isNear(_ a: Corner, _ b: Corner) -> Bool { abs(b.x - a.x) <= EventPlace.worldWidth / 8 }

  /// The corner at a share of the edge, the shorter way round from another.
  private func next(_ from: Corner, _ share: Double) -> Corner {
    var corner = place(share)
    // The difference of two 32-bit values wraps to the shorter way round.
    corner.x = from.x + Int64(Int32(truncatingIfNeeded: corner.x - from.x))
    return corner
  }

  private func place(_ share: Double) -> Corner {
    let edge = shape.edge(at: share)
    let x = (atan2(edge.y, edge.x) / (2 * .pi) + 0.5) * WebMercator.unitsAcross
    return Corner(x: Int64(x.rounded()) & (EventPlace.worldWidth - 1), y: Self.y(sine: edge.z))
  }

  /// World y of the sine of a latitude, also beyond the square world.
  private static func y(sine: Double) -> Int64 {
    let y = (0.5 - atanh(min(max(sine, -limit), limit)) / (2 * .pi)) * WebMercator.unitsAcross
    return Int64(y.rounded())
  }

  /// Distance of a place from the straight line between two others.
  private func distance(of place: Corner, from: Corner, to: Corner) -> Double {
    let (dx, dy) = (Double(to.x - from.x), Double(to.y - from.y))
    let (px, py) = (Double(place.x - from.x), Double(place.y - from.y))
    let square = dx * dx + dy * dy
    let share = square > 0 ? min(max((px * dx + py * dy) / square, 0), 1) : 0
    let (ex, ey) = (px - share * dx, py - share * dy)
    return (ex * ex + ey * ey).squareRoot()
  }
}
