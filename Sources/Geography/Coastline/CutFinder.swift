/// Tells the edges along which one land was cut into several polygons from coast.
///
/// Files for drawing hold land in pieces that touch, or overlap by a little (osmcoastline's default is 0.0001 degrees
/// on either side). Land of two polygons never lies on either side of one line in nature, so an edge is a cut where edges
/// of other polygons, their land on the other side, run along at least half of it: at the same place, or up to
/// `CutFinder.overlap` within the first one's land.
struct CutFinder {
  /// How far pieces may overlap, in 1e-5 degrees.
  static let overlap: Int32 = 25

  private let edges: [StraightEdge]
  /// Edges by direction, side of the land, part of their length and place, in this order.
  private let keys: [(key: UInt64, index: Int32)]
  /// Parts of 1.3 degrees, so that a line across the world does not make every edge on it meet every other.
  private static let partBits: Int32 = 17

  init(_ edges: [StraightEdge]) {
    self.edges = edges
    var keys: [(key: UInt64, index: Int32)] = []
    keys.reserveCapacity(edges.count)
    for (index, edge) in edges.enumerated() {
      for part in CutFinder.parts(edge) {
        let key = CutFinder.key(edge.isMeridian, edge.hasLandBelow, part: part, at: edge.at)
        keys.append((key, Int32(truncatingIfNeeded: index)))
      }
    }
    self.keys = keys.sorted { ($0.key, $0.index) < ($1.key, $1.index) }
  }

  /// The edges that are cuts, in the order of rings and edges.
  func cuts() -> [(ring: Int, edge: Int)] {
    edges.filter(isCut).map { ($0.ring, $0.edge) }.sorted { $0 < $1 }
  }

  private func isCut(_ edge: StraightEdge) -> Bool {
    var facing: [(from: Int32, to: Int32)] = []
    let reach =
      edge.hasLandBelow
      ? (edge.at - CutFinder.overlap)...edge.at : edge.at...(edge.at + CutFinder.overlap)
    for part in CutFinder.parts(edge) {
      let first = CutFinder.key(edge.isMeridian, !edge.hasLandBelow, part: part, at: reach.lowerBound)
      let last = CutFinder.key(edge.isMeridian, !edge.hasLandBelow, part: part, at: reach.upperBound)
      var index = place(of: first)
      while index < keys.count, keys[index].key <= last {
        let other = edges[Int(keys[index].index)]
        index += 1
        let (from, to) = (max(edge.from, other.from), min(edge.to, other.to))
        if from < to, other.polygon != edge.polygon { facing.append((from, to)) }
      }
    }
    var covered = 0
    var end = edge.from
    for stretch in facing.sorted(by: { $0 < $1 }) where stretch.to > end {
      covered += Int(stretch.to - max(stretch.from, end))
      end = stretch.to
    }
    return 2 * covered >= Int(edge.to - edge.from)
  }

  /// The first place in `keys` whose key is not smaller.
  private func place(of key: UInt64) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func parts(_ edge: StraightEdge) -> ClosedRange<Int32> {
    (edge.from >> partBits)...(edge.to >> partBits)
  }

  private static func key(_ isMeridian: Bool, _ hasLandBelow: Bool, part: Int32, at: Int32) -> UInt64 {
    let direction: UInt64 = (isMeridian ? 2 : 0) | (hasLandBelow ? 1 : 0)
    return direction << 60 | UInt64(UInt32(bitPattern: part + 1024)) << 32 | UInt64(UInt32(bitPattern: at + (1 << 28)))
  }
}
