/// Points in boxes in boxes, halved until few are left: tells whether two crowds come near each other without comparing
/// everyone with everyone.
struct BoxTree {
  private struct Node {
    let low: SIMD3<Double>
    let high: SIMD3<Double>
    let members: Range<Int>
    var halves: (Int, Int)?
  }

  private var members: [Int]
  private var nodes: [Node] = []
  private static let fewest = 8

  /// A tree of the points with these numbers, of which there is at least one.
  init(_ members: [Int], points: [SIMD3<Double>]) {
    self.members = members
    _ = build(members.indices, points: points)
  }

  /// Whether `isNear` is true of a point of this tree and one of the other.
  ///
  /// It must be true of points whose chord is within the reach's near chord, and false beyond its far chord.
  func meets(_ other: BoxTree, reach: Reach, isNear: (Int, Int) -> Bool) -> Bool {
    meets(0, other, 0, reach: reach, isNear: isNear)
  }

  private mutating func build(_ range: Range<Int>, points: [SIMD3<Double>]) -> Int {
    var (low, high) = (points[members[range.lowerBound]], points[members[range.lowerBound]])
    for place in range {
      low = pointwiseMin(low, points[members[place]])
      high = pointwiseMax(high, points[members[place]])
    }
    let number = nodes.count
    // Points that are all one are as good as one of them.
    nodes.append(Node(low: low, high: high, members: low == high ? range.prefix(1) : range))
    guard range.count > Self.fewest, low != high else { return number }
    let width = high - low
    let axis = width.x >= width.y && width.x >= width.z ? 0 : width.y >= width.z ? 1 : 2
    let middle = low[axis] + width[axis] / 2
    var split = range.lowerBound
    for place in range where points[members[place]][axis] < middle {
      members.swapAt(place, split)
      split += 1
    }
    guard range.lowerBound < split, split < range.upperBound else { return number }
    let first = build(range.lowerBound..<split, points: points)
    let second = build(split..<range.upperBound, points: points)
    nodes[number].halves = (first, second)
    return number
  }

  private func meets(_ mine: Int, _ other: BoxTree, _ its: Int, reach: Reach, isNear: (Int, Int) -> Bool) -> Bool {
    let (a, b) = (nodes[mine], other.nodes[its])
    let zero = SIMD3<Double>.zero
    let gap = pointwiseMax(zero, pointwiseMax(a.low - b.high, b.low - a.high))
    if (gap * gap).sum() > reach.farChord * reach.farChord { return false }
    let span = pointwiseMax(a.high, b.high) - pointwiseMin(a.low, b.low)
    if (span * span).sum() <= reach.nearChord * reach.nearChord { return true }
    if let halves = a.halves, a.members.count >= b.members.count || b.halves == nil {
      return meets(halves.0, other, its, reach: reach, isNear: isNear)
        || meets(halves.1, other, its, reach: reach, isNear: isNear)
    }
    if let halves = b.halves {
      return meets(mine, other, halves.0, reach: reach, isNear: isNear)
        || meets(mine, other, halves.1, reach: reach, isNear: isNear)
    }
    return a.members.contains { first in
      b.members.contains { isNear(members[first], other.members[$0]) }
    }
  }
}
