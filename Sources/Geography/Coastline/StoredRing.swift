/// A ring that a `CoastlineBuilder` keeps.
struct StoredRing: Sendable {
  /// Its first vertex.
  var first: SIMD2<Int32>
  /// The box about it.
  var box: AngleBox
  /// Number of edges, the one back to the first vertex included.
  var edgeCount: Int
  /// Where its steps begin.
  var steps: StepStore.Place
  /// Bytes of its steps.
  var length = 0
  /// Bytes of the last edge's step.
  var lastEdgeLength = 0
}
