/// Says how far a place is from the shore, and whether it lies on land.
///
/// Shores are those of the land of a geometry file, and of its lakes: a ship on one of the Great Lakes is afloat and has a
/// shore, while from the sea no lake is nearer than the coast before it. Edges along the antimeridian and the South Pole
/// are cuts through land, no shores. An edge is straight in longitude and latitude, as `isOnLand` and the map take it.
package struct ShoreIndex: Sendable {
  /// How far an edge may stray from the straight lines in space that stand for it, in metres.
  private static let strayInMetres = 0.25

  private let archive: GeometryArchive
  private let pieces: [Int]
  private let tree: GeocentricTree
  private let columns: LandColumns

  /// An index of the land and the lakes of a geometry file; edges are decoded only when they are needed.
  package init(_ archive: GeometryArchive) {
    self.archive = archive
    pieces = Array(archive.pieces(of: .land)) + Array(archive.pieces(of: .lakes))
    var boxes: [GeocentricBox] = []
    var places: [Coordinate] = []
    boxes.reserveCapacity(pieces.count)
    places.reserveCapacity(pieces.count)
    let degrees = 1 / GeometryArchive.unitsPerDegree
    for number in pieces {
      let piece = archive.piece(number)
      let (west, south) = (Double(piece.west) * degrees, Double(piece.south) * degrees)
      let (east, north) = (Double(piece.east) * degrees, Double(piece.north) * degrees)
      boxes.append(GeocentricBox(west: west, south: south, east: east, north: north))
      places.append(Coordinate(latitude: (south + north) / 2, longitude: (west + east) / 2))
    }
    tree = GeocentricTree(boxes, places: places)
    columns = LandColumns(archive)
  }

  /// Whether a place lies on land: inside the coast, and in no lake.
  package func isOnLand(_ place: Coordinate) -> Bool { columns.isOnLand(place) }

  /// Metres along the geodesic to the nearest point of a shore, at sea and on land alike; nil without shores.
  ///
  /// Within 1 m up to 100 km, within 25 m up to 1,000 km, within 0.02 % beyond.
  package func distanceInMetres(from place: Coordinate) -> Double? {
    distanceInMetres(from: place, within: .infinity)
  }

  /// Metres along the geodesic to the nearest point of a shore if that is at most `metres`, inclusive, as exact as
  /// without a limit; else nil. The lower the limit, the less is searched.
  package func distanceInMetres(from place: Coordinate, within metres: Double) -> Double? {
    guard place.isFinite, metres >= 0 else { return nil }
    let point = GeocentricPoint(place)
    var nearest: Coordinate?
    // The straight line is never longer than the geodesic, and may be longer than that to the edge it stands for.
    let reach = metres + ShoreIndex.strayInMetres
    var limit = reach * reach
    tree.visitNearest(to: point, within: &limit) { piece, limit in
      search(archive.piece(pieces[piece]), for: point, at: place, limit: &limit, nearest: &nearest)
    }
    guard let nearest else { return nil }
    let distance = Ellipsoid.distanceInMetres(place, nearest)
    return distance <= metres ? distance : nil
  }

  /// Lowers `limit`, the square of a straight distance, to that of a piece's shore where it is less.
  private func search(
    _ piece: GeometryArchive.Piece, for point: GeocentricPoint, at place: Coordinate, limit: inout Double,
    nearest: inout Coordinate?
  ) {
    var (x, y) = (piece.x, piece.y)
    var known: GeocentricPoint?
    var (best, bestX, bestY) = (limit, Double.nan, 0.0)
    var window = EdgeWindow(about: place, point, squaredReach: best)
    archive.forEachFollowingVertex(of: piece) { nextX, nextY, _ in
      var to: GeocentricPoint?
      defer { (x, y, known) = (nextX, nextY, to) }
      // Most edges of a piece are plainly too far away to be worth their sines.
      if window.isBeyond(x, y, nextX, nextY) || GeometryArchive.isCut(x, y, nextX, nextY) { return }
      let from = known ?? ShoreIndex.point(Double(x), Double(y))
      let last = ShoreIndex.point(Double(nextX), Double(nextY))
      to = last
      let (startX, startY) = (Double(x), Double(y))
      let (eastward, northward) = (Double(nextX) - startX, Double(nextY) - startY)
      let parts = ShoreIndex.parts(eastward, northward)
      var start = from
      for part in 0..<parts {
        let share = Double(part + 1) / Double(parts)
        let end = part == parts - 1 ? last : ShoreIndex.point(startX + share * eastward, startY + share * northward)
        let found = point.nearest(from: start, to: end)
        if found.squared < best {
          let share = (Double(part) + found.share) / Double(parts)
          (best, bestX, bestY) = (found.squared, startX + share * eastward, startY + share * northward)
          window = EdgeWindow(about: place, point, squaredReach: best)
        }
        start = end
      }
    }
    guard best < limit else { return }
    limit = best
    let degrees = 1 / GeometryArchive.unitsPerDegree
    nearest = Coordinate(latitude: bestY * degrees, longitude: bestX * degrees)
  }

  /// A place of the file in space; angles in 1e-5 degrees.
  private static func point(_ x: Double, _ y: Double) -> GeocentricPoint {
    GeocentricPoint(
      latitude: y / GeometryArchive.unitsPerDegree, longitude: x / GeometryArchive.unitsPerDegree)
  }

  /// How many straight lines in space must stand for an edge, from its steps in 1e-5 degrees.
  ///
  /// A curve whose second derivative is at most c strays at most c / 8 from its chord; here c is at most the radius
  /// times the square of the sum of both angles.
  private static func parts(_ eastward: Double, _ northward: Double) -> Int {
    let angle = (abs(eastward) + abs(northward)) / GeometryArchive.unitsPerDegree * (.pi / 180)
    let stray = Ellipsoid.greatestRadiusOfCurvature * angle * angle / 8
    return stray <= strayInMetres ? 1 : Int((stray / strayInMetres).squareRoot().rounded(.up))
  }
}
