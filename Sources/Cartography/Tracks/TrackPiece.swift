/// A few consecutive legs of one run: the unit that is found by place and drawn.
///
/// A run is a vessel's way over observed legs of one colour without a break, and is drawn as one stroke; a gap is a run
/// of its own. Two pieces of a run that follow each other share the point between them.
struct TrackPiece: Sendable {
  /// The most legs of a piece.
  static let mostLegs = 16

  /// Index of the first point; `legs` more follow.
  var firstPoint: Int
  /// The vessel's number in its set of tracks.
  var vessel: UInt32
  /// How many legs; 0 where a vessel stayed in one place.
  var legs: UInt8
  /// The colouring's number; without meaning for a gap.
  var color: UInt8
  /// Whether nobody saw the ship on the way.
  var isGap: Bool
  /// Whether its run begins with it.
  var isFirst: Bool
  /// Whether its run ends with it.
  var isLast: Bool
  /// World x of the first point, unwrapped along the run.
  var originX: Int64
  /// The least and the greatest world x of its points, unwrapped along the run.
  var minX: Int64
  var maxX: Int64
  /// The least and the greatest y of its points.
  var minY: Int32
  var maxY: Int32
}
