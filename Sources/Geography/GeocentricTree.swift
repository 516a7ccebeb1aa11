/// Boxes in space, packed into a tree by eights along a space-filling curve, so that the nearest are found first.
struct GeocentricTree: Sendable {
  private static let fanOut = 8

  /// The boxes given, in the curve's order; behind them, level by level, the boxes about eight of the level before;
  /// last the one about all.
  private let boxes: [GeocentricBox]
  /// The number of each box in the order in which it was given.
  private let items: [Int32]
  /// Where in `boxes` the eight of each box of the upper levels begin; last where those of the last one end.
  private let firstChildren: [Int32]

  /// A tree of boxes, fewer than 2^31; `places` are somewhere in them and decide only which boxes lie together.
  init(_ leaves: [GeocentricBox], places: [Coordinate]) {
    // The curve's number needs 33 bits, the box's own number the rest.
    let order = places.indices.map { GeocentricTree.placeOnCurve(places[$0]) << 31 | UInt64($0) }.sorted()
    items = order.map { Int32(truncatingIfNeeded: $0 & (1 << 31 - 1)) }
    var boxes = items.map { leaves[Int($0)] }
    boxes.reserveCapacity(boxes.count + boxes.count / (GeocentricTree.fanOut - 1) + 16)
    var firstChildren: [Int32] = []
    var level = 0..<boxes.count
    while level.count > 1 {
      for first in stride(from: level.lowerBound, to: level.upperBound, by: GeocentricTree.fanOut) {
        var box = boxes[first]
        for child in first + 1..<max(min(first + GeocentricTree.fanOut, level.upperBound), first + 1) {
          box.formUnion(boxes[child])
        }
        boxes.append(box)
        firstChildren.append(Int32(first))
      }
      level = level.upperBound..<boxes.count
    }
    firstChildren.append(Int32(max(boxes.count - 1, 0)))
    self.boxes = boxes
    self.firstChildren = firstChildren
  }

  /// Calls `visit` with the numbers of boxes, the nearest first, as long as their distance is at most `limit`.
  ///
  /// `limit` is the square of a straight distance in square metres, inclusive; `visit` may lower it.
  func visitNearest(
    to point: GeocentricPoint, within limit: inout Double, _ visit: (_ item: Int, _ limit: inout Double) -> Void
  ) {
    guard !boxes.isEmpty else { return }
    var queue = NodeQueue()
    queue.push(boxes.count - 1, squaredDistance: boxes[boxes.count - 1].squaredDistance(to: point))
    while let next = queue.popNearest() {
      guard next.squaredDistance <= limit else { return }
      guard next.node >= items.count else {
        visit(Int(items[next.node]), &limit)
        continue
      }
      let parent = next.node - items.count
      for child in Int(firstChildren[parent])..<Int(firstChildren[parent + 1]) {
        let squared = boxes[child].squaredDistance(to: point)
        if squared <= limit { queue.push(child, squaredDistance: squared) }
      }
    }
  }

  /// The number along Hilbert's curve of a place's cell of 0.0055 by 0.0027 degrees, below 2^33.
  private static func placeOnCurve(_ place: Coordinate) -> UInt64 {
    let cells = 65_536.0
    let x = min(max((place.longitude + 180) / 360 * cells, 0), cells - 1)
    let y = min(max((90 - place.latitude) / 180 * cells, 0), cells - 1)
    return TileID(zoom: 16, x: Int(x), y: Int(y)).serial
  }
}
