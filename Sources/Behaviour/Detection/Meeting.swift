/// Pieces of an approach that belong together: an encounter in the making.
struct Meeting {
  /// The pieces, in the order of time; at least one.
  var pieces: [ClosedRange<Double>]
  /// The least distance in metres.
  var nearest: Double

  /// When it began, in milliseconds since 1970.
  var start: Double { pieces[0].lowerBound }
  /// When it ended, in milliseconds since 1970.
  var end: Double { pieces[pieces.count - 1].upperBound }
  /// Milliseconds that both were seen within the distance.
  var together: Double { pieces.reduce(0) { $0 + $1.upperBound - $1.lowerBound } }

  /// The meetings of an approach that last long enough.
  ///
  /// Two pieces are one meeting when at most `mergeMilliseconds` lie between them and the vessels, as far as they were
  /// seen in between, stayed within twice the distance: a swing or a position that is off does not end a meeting, nor does
  /// a silence of one of them. A meeting lasts from its first piece's start to its last one's end; at least half of the
  /// time required must have been seen.
  static func meetings(_ approach: Approach, rules: DetectionRules) -> [Meeting] {
    var meetings: [Meeting] = []
    for (piece, nearest) in zip(approach.pieces, approach.nearest) {
      let range = piece.start...piece.end
      if let last = meetings.indices.last, piece.start - meetings[last].end <= Double(rules.mergeMilliseconds),
        piece.farthestBefore <= 2 * rules.encounterDistanceInMetres
      {
        meetings[last].pieces.append(range)
        meetings[last].nearest = min(meetings[last].nearest, nearest)
      } else {
        meetings.append(Meeting(pieces: [range], nearest: nearest))
      }
    }
    let least = Double(rules.encounterMilliseconds)
    return meetings.filter { $0.end - $0.start >= least && $0.together >= least / 2 }
  }
}
