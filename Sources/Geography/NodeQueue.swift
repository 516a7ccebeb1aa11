/// The nodes of a tree that wait for a visit, the nearest in front: a binary heap.
struct NodeQueue {
  private var heap: [(squaredDistance: Double, node: Int)] = []

  init() { heap.reserveCapacity(64) }

  /// Adds a node by the square of its distance.
  mutating func push(_ node: Int, squaredDistance: Double) {
    var index = heap.count
    heap.append((squaredDistance, node))
    while index > 0 {
      let parent = (index - 1) / 2
      guard heap[parent].squaredDistance > squaredDistance else { break }
      heap[index] = heap[parent]
      index = parent
    }
    heap[index] = (squaredDistance, node)
  }

  /// Takes the nearest node; nil when none is left.
  mutating func popNearest() -> (squaredDistance: Double, node: Int)? {
    guard let last = heap.popLast() else { return nil }
    guard let nearest = heap.first else { return last }
    var index = 0
    while true {
      var child = 2 * index + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1].squaredDistance < heap[child].squaredDistance { child += 1 }
      guard heap[child].squaredDistance < last.squaredDistance else { break }
      heap[index] = heap[child]
      index = child
    }
    heap[index] = last
    return nearest
  }
}
