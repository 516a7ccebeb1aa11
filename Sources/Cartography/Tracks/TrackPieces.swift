/// Points and the pieces that they make up, in the order in which they are painted.
struct TrackPieces: Sendable {
  private(set) var points: [TrackPoint] = []
  private(set) var pieces: [TrackPiece] = []

  /// Adds a run of at least one point. No two neighbours are half a world or more apart.
  mutating func addRun(_ run: [TrackPoint], originX: Int64, vessel: UInt32, color: UInt8, isGap: Bool) {
    var start = 0
    var x = originX
    let firstPoint = points.count
    points.append(contentsOf: run)
    repeat {
      let legs = min(TrackPiece.mostLegs, run.count - 1 - start)
      var piece = TrackPiece(
        firstPoint: firstPoint + start, vessel: vessel, legs: UInt8(legs), color: color, isGap: isGap,
        isFirst: start == 0,
        isLast: start + legs == run.count - 1, originX: x, minX: x, maxX: x, minY: run[start].y, maxY: run[start].y)
      for index in start..<(start + legs) {
        x += run[index].east(to: run[index + 1])
        piece.minX = min(piece.minX, x)
        piece.maxX = max(piece.maxX, x)
        piece.minY = min(piece.minY, run[index + 1].y)
        piece.maxY = max(piece.maxY, run[index + 1].y)
      }
      pieces.append(piece)
      start += legs
    } while start < run.count - 1
  }

  /// Adds others' pieces behind these.
  mutating func append(_ other: TrackPieces) {
    let offset = points.count
    points.append(contentsOf: other.points)
    pieces.append(
      contentsOf: other.pieces.lazy.map { piece in
        var moved = piece
        moved.firstPoint += offset
        return moved
      })
  }
}
