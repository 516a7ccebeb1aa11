import Geography
import Platform

/// Where the places of a cluster lie: their middle, how far they reach, and the area that they span.
struct ClusterExtent {
  /// The spherical mean of the places, in degrees rounded to seven digits; the first place where they have none.
  let centre: Coordinate
  /// The greatest distance of a place from the centre, in metres.
  let radius: Double
  /// The convex hull of the places in the plane about the centre, counterclockwise without a repeated first corner.
  ///
  /// Of places on one line it is the area nearer to them than 500 m.
  let outline: [Coordinate]

  /// How far the outline of places on one line reaches around them in metres: as far as the field calls an encounter.
  private static let margin = 500.0
  /// The longest edge of an outline in metres and in degrees of longitude; straight in degrees is not straight on earth.
  private static let longestEdge = (metres: 20_000.0, degrees: 5.0)

  /// The extent of places on the earth, of which there is at least one.
  init(_ places: [Coordinate]) {
    var sum = SIMD3<Double>.zero
    for place in places {
      let (latitude, longitude) = (place.latitude * .pi / 180, place.longitude * .pi / 180)
      sum += SIMD3(cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
    }
    let across = (sum.x * sum.x + sum.y * sum.y).squareRoot()
    var centre = Coordinate(
      latitude: atan2(sum.z, across) * 180 / .pi, longitude: BoundingBox.wrapped(atan2(sum.y, sum.x) * 180 / .pi))
    if (sum * sum).sum() < 1e-12 { centre = places[0] }
    centre.latitude = (centre.latitude * 1e7).rounded() / 1e7 + 0
    centre.longitude = (centre.longitude * 1e7).rounded() / 1e7 + 0
    self.centre = centre
    radius = places.reduce(0) { max($0, Ellipsoid.distanceInMetres(centre, $1)) }
    let plane = LocalProjection(centre: centre)
    var hull = Self.hull(places.map { plane.metres(to: $0) }.map { SIMD2($0.east, $0.north) })
    if Self.isLine(hull) { hull = Self.hull(hull.flatMap(Self.circle)) }
    outline = Self.outline(hull, plane: plane)
  }

  /// The corners of the convex hull, counterclockwise (Andrew's monotone chain, 1979); of points on a line its ends.
  private static func hull(_ points: [SIMD2<Double>]) -> [SIMD2<Double>] {
    let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    func chain(_ points: some Sequence<SIMD2<Double>>) -> [SIMD2<Double>] {
      var chain: [SIMD2<Double>] = []
      for point in points {
        while let last = chain.last, last == point || chain.count > 1 && turn(chain[chain.count - 2], last, point) <= 0
        {
          chain.removeLast()
        }
        chain.append(point)
      }
      return chain
    }
    let (below, above) = (chain(sorted), chain(sorted.reversed()))
    return below.count < 2 ? below : below.dropLast() + above.dropLast()
  }

  private static func turn(_ a: SIMD2<Double>, _ b: SIMD2<Double>, _ c: SIMD2<Double>) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }

  /// Whether a hull is a point, or so thin (10 m in the mean) that no map would show an area.
  private static func isLine(_ hull: [SIMD2<Double>]) -> Bool {
    guard hull.count > 2 else { return true }
    var (area, around) = (0.0, 0.0)
    for (a, b) in zip(hull, hull.dropFirst() + hull.prefix(1)) {
      area += (a.x * b.y - b.x * a.y) / 2
      around += ((b - a) * (b - a)).sum().squareRoot()
    }
    return area < 10 * around / 2
  }

  private static func circle(_ point: SIMD2<Double>) -> [SIMD2<Double>] {
    (0..<16).map { number in
      let angle = Double(number) * .pi / 8
      return point + margin * SIMD2(cos(angle), sin(angle))
    }
  }

  private static func outline(_ hull: [SIMD2<Double>], plane: LocalProjection) -> [Coordinate] {
    var outline: [Coordinate] = []
    for (a, b) in zip(hull, hull.dropFirst() + hull.prefix(1)) {
      let (from, to) = (plane.place(east: a.x, north: a.y), plane.place(east: b.x, north: b.y))
      let length = ((b - a) * (b - a)).sum().squareRoot()
      let degrees = abs(BoundingBox.wrapped(to.longitude - from.longitude))
      let steps = min(72, max(1, max(length / longestEdge.metres, degrees / longestEdge.degrees).rounded(.up)))
      for step in 0..<Int(steps) {
        let place = a + (b - a) * (Double(step) / steps)
        outline.append(plane.place(east: place.x, north: place.y))
      }
    }
    return outline
  }
}
