/// Takes land polygons in, one after the other, and keeps them as small as the installed file will be.
///
/// Vertices become whole 1e-5 degrees; those that fall together become one, rings without an area are left out. Outer
/// rings come to run clockwise (north up), holes anticlockwise.
package struct CoastlineBuilder: Sendable {
  /// Polygons taken in that had an area.
  package private(set) var polygonCount = 0
  /// Vertices kept; a ring's first one counts once.
  package private(set) var vertexCount = 0

  private(set) var rings: [StoredRing] = []
  private(set) var steps = StepStore()
  /// Edges that run exactly north or east and may be cuts through land.
  private(set) var straightEdges: [StraightEdge] = []

  /// The polygon in hand: vertices of all its rings, and where each begins.
  private var vertices: [SIMD2<Int32>] = []
  private var starts: [Int] = []

  private static let mostVertices = 400_000_000
  /// Edges shorter than this, in 1e-5 degrees, are never looked at as cuts.
  private static let shortestCut: Int32 = 3

  /// A builder without land.
  package init() {}

  mutating func beginPolygon() {
    vertices.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
  }

  mutating func beginRing() { starts.append(vertices.count) }

  /// Adds vertices of the ring in hand: longitude and latitude first in each `stride` bytes.
  mutating func addVertices(
    _ count: Int, from feed: inout ByteFeed, _ order: ByteOrder, stride: Int
  ) throws(LandFileError) {
    guard count <= CoastlineBuilder.mostVertices else { throw .tooLarge }
    var rest = count
    while rest > 0 {
      let part = min(rest, ByteFeed.window / stride)
      let bytes = try feed.take(part * stride)
      rest -= part
      for index in 0..<part {
        try add(order.double(bytes, at: index * stride), order.double(bytes, at: index * stride + 8))
      }
    }
  }

  @inline(__always)
  private mutating func add(_ longitude: Double, _ latitude: Double) throws(LandFileError) {
    // A little beyond is what reckoning leaves behind.
    guard abs(longitude) <= 180.000_1, abs(latitude) <= 90.000_1 else {
      throw .offTheWorld(longitude: longitude, latitude: latitude)
    }
    var x = Int32((longitude * GeometryArchive.unitsPerDegree).rounded())
    var y = Int32((latitude * GeometryArchive.unitsPerDegree).rounded())
    // Cuts along the antimeridian and the South Pole are known by their vertices: those a step beside belong to them.
    if abs(x) >= GeometryArchive.halfWorld - 1 { x = x < 0 ? -GeometryArchive.halfWorld : GeometryArchive.halfWorld }
    if y <= GeometryArchive.southPole + 1 { y = GeometryArchive.southPole }
    y = min(y, -GeometryArchive.southPole)
    let vertex = SIMD2(x, y)
    if vertices.count > starts[starts.count - 1], vertices[vertices.count - 1] == vertex { return }
    vertices.append(vertex)
  }

  /// Ends a ring, whose first vertex may stand at its end again.
  mutating func endRing() {
    guard let start = starts.last else { return }
    while vertices.count > start + 1, vertices[vertices.count - 1] == vertices[start] { vertices.removeLast() }
    if vertices.count < start + 3 { vertices.removeLast(vertices.count - start) }
  }

  /// Ends a polygon. Its first ring is the outer one, or else the largest and all that run as it does.
  mutating func endPolygon(firstRingIsOuter: Bool) {
    let ranges = starts.enumerated().map { index, start in
      start..<(index + 1 < starts.count ? starts[index + 1] : vertices.count)
    }
    let areas = ranges.map(twiceArea)
    guard let largest = firstRingIsOuter ? areas.first : areas.max(by: { $0.magnitude < $1.magnitude }), largest != 0
    else { return }
    for (index, range) in ranges.enumerated() where areas[index] != 0 {
      let isOuter = firstRingIsOuter ? index == 0 : (areas[index] > 0) == (largest > 0)
      // Positive areas run anticlockwise.
      if (areas[index] > 0) == isOuter { vertices[range].reverse() }
      store(range)
    }
    polygonCount += 1
  }

  /// Twice a ring's signed area; what the products wrap over cancels, since no ring is larger than the world.
  private func twiceArea(_ range: Range<Int>) -> Int {
    guard !range.isEmpty else { return 0 }
    var area = 0
    var last = vertices[range.upperBound - 1]
    for index in range {
      let next = vertices[index]
      area &+= Int(last.x) &* Int(next.y) &- Int(next.x) &* Int(last.y)
      last = next
    }
    return area
  }

  private mutating func store(_ range: Range<Int>) {
    let first = vertices[range.lowerBound]
    var ring = StoredRing(first: first, box: AngleBox(first), edgeCount: range.count, steps: steps.begin(range.count))
    var last = first
    for edge in 0..<range.count {
      let isLast = edge == range.count - 1
      let next = isLast ? first : vertices[range.lowerBound + edge + 1]
      if isLast { ring.lastEdgeLength = steps.count(since: ring.steps) }
      steps.append(next &- last)
      ring.box.formUnion(next)
      note(from: last, to: next, edge: edge)
      last = next
    }
    ring.length = steps.count(since: ring.steps)
    ring.lastEdgeLength = ring.length - ring.lastEdgeLength
    rings.append(ring)
    vertexCount += range.count
  }

  @inline(__always)
  private mutating func note(from: SIMD2<Int32>, to: SIMD2<Int32>, edge: Int) {
    let isNorthward = from.x == to.x
    guard isNorthward || from.y == to.y, !GeometryArchive.isCut(from.x, from.y, to.x, to.y) else { return }
    let (begin, end) = isNorthward ? (from.y, to.y) : (from.x, to.x)
    guard abs(end - begin) >= CoastlineBuilder.shortestCut else { return }
    // Land lies on the right of the way: below southward edges' longitude and eastward edges' latitude.
    straightEdges.append(
      StraightEdge(
        isMeridian: isNorthward, at: isNorthward ? from.x : from.y, from: min(begin, end), to: max(begin, end),
        hasLandBelow: isNorthward ? end < begin : end > begin, polygon: polygonCount, ring: rings.count, edge: edge))
  }
}
