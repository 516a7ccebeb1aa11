/// The pieces of land and lakes by columns of one degree of longitude, to tell whether a place lies on land.
///
/// Edges that cross the meridian north of the place are counted, eastward ones as 1 and westward ones as -1: a place is
/// inside where the sum is not 0. Of a piece that lies wholly to the north only the two ends count.
struct LandColumns: Sendable {
  private let archive: GeometryArchive
  private let firstLake: Int
  /// Longitude of the last vertex of each piece of land and lakes, in 1e-5 degrees.
  private let lastX: [Int32]
  /// Where each column's pieces begin in `members`; last where the last one's end.
  private let starts: [Int32]
  private let members: [Int32]

  /// The columns of a geometry file.
  init(_ archive: GeometryArchive) {
    self.archive = archive
    firstLake = archive.pieces(of: .lakes).lowerBound
    let all = 0..<archive.pieces(of: .lakes).upperBound
    var lastX = [Int32](repeating: 0, count: all.count)
    var counts = [Int32](repeating: 0, count: 361)
    var ringX: Int32 = 0
    for number in all {
      let piece = archive.piece(number)
      if piece.isFirst { ringX = piece.x } else { lastX[number - 1] = piece.x }
      lastX[number] = ringX
      for column in LandColumns.columns(of: piece) { counts[column + 1] += 1 }
    }
    for column in 1...360 { counts[column] += counts[column - 1] }
    starts = counts
    var members = [Int32](repeating: 0, count: Int(counts[360]))
    for number in all {
      for column in LandColumns.columns(of: archive.piece(number)) {
        members[Int(counts[column])] = Int32(number)
        counts[column] += 1
      }
    }
    self.lastX = lastX
    self.members = members
  }

  /// Whether a place lies inside the coast and in no lake.
  func isOnLand(_ place: Coordinate) -> Bool {
    guard place.isFinite else { return false }
    let x = BoundingBox.wrapped(place.longitude) * GeometryArchive.unitsPerDegree
    let y = place.latitude * GeometryArchive.unitsPerDegree
    let column = min(max(Int((x / GeometryArchive.unitsPerDegree).rounded(.down)) + 180, 0), 359)
    var (land, lakes) = (0, 0)
    for index in Int(starts[column])..<Int(starts[column + 1]) {
      let number = Int(members[index])
      let crossings = crossings(of: number, x, y)
      if number < firstLake { land += crossings } else { lakes += crossings }
    }
    return land != 0 && lakes == 0
  }

  /// Eastward less westward edges of a piece that cross the meridian north of a place.
  private func crossings(of number: Int, _ x: Double, _ y: Double) -> Int {
    let piece = archive.piece(number)
    guard x >= Double(piece.west), x < Double(piece.east), y < Double(piece.north) else { return 0 }
    var isWest = Double(piece.x) <= x
    if y < Double(piece.south) { return (isWest ? 1 : 0) - (Double(lastX[number]) <= x ? 1 : 0) }
    var sum = 0
    var (fromX, fromY) = (piece.x, piece.y)
    archive.forEachFollowingVertex(of: piece) { toX, toY, _ in
      let wasWest = isWest
      isWest = Double(toX) <= x
      if wasWest != isWest {
        let share = (x - Double(fromX)) / (Double(toX) - Double(fromX))
        if Double(fromY) + share * (Double(toY) - Double(fromY)) > y { sum += wasWest ? 1 : -1 }
      }
      (fromX, fromY) = (toX, toY)
    }
    return sum
  }

  /// The columns that a piece's box reaches into.
  private static func columns(of piece: GeometryArchive.Piece) -> ClosedRange<Int> {
    let degree = Int(GeometryArchive.unitsPerDegree)
    let halfWorld = Int(GeometryArchive.halfWorld)
    let west = min((Int(piece.west) + halfWorld) / degree, 359)
    return west...max(min((Int(piece.east) + halfWorld) / degree, 359), west)
  }
}
