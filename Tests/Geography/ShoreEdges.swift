import Geography

/// All shores of a geometry file, edge by edge: the slow and obvious answer to how far a shore is.
struct ShoreEdges {
  private let edges: [(from: Coordinate, to: Coordinate)]

  init(_ archive: GeometryArchive) {
    var edges: [(from: Coordinate, to: Coordinate)] = []
    for number in Array(archive.pieces(of: .land)) + Array(archive.pieces(of: .lakes)) {
      let piece = archive.piece(number)
      var from = ShoreEdges.place(piece.x, piece.y)
      archive.forEachFollowingVertex(of: piece) { x, y, _ in
        let to = ShoreEdges.place(x, y)
        let isAntimeridian = from.longitude == to.longitude && abs(from.longitude) == 180
        let isSouthPole = from.latitude == -90 && to.latitude == -90
        if !isAntimeridian && !isSouthPole { edges.append((from, to)) }
        from = to
      }
    }
    self.edges = edges
  }

  /// Metres to the nearest point of any edge.
  func distanceInMetres(from place: Coordinate) -> Double {
    var least = Double.infinity
    for index in stride(from: 0, to: edges.count, by: 40) {
      least = min(least, Ellipsoid.distanceInMetres(place, edges[index].from))
    }
    for (from, to) in edges {
      // A degree of latitude has at least 110.5 km, a degree of anything at most 111.7.
      let north = max(from.latitude, to.latitude)
      let south = min(from.latitude, to.latitude)
      if max(place.latitude - north, south - place.latitude) * 110_500 > least { continue }
      let length = (north - south + abs(to.longitude - from.longitude)) * 111_700
      if Ellipsoid.greatCircleInMetres(place, from) * 0.99 - length > least { continue }
      least = min(least, ShoreEdges.distance(place, from, to))
    }
    return least
  }

  /// The least distance to a point of an edge, by thirds.
  private static func distance(_ place: Coordinate, _ from: Coordinate, _ to: Coordinate) -> Double {
    func distance(_ share: Double) -> Double {
      Ellipsoid.distanceInMetres(
        place,
        Coordinate(
          latitude: from.latitude + share * (to.latitude - from.latitude),
          longitude: from.longitude + share * (to.longitude - from.longitude)))
    }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<40 {
      let third = (high - low) / 3
      if distance(low + third) <= distance(high - third) { high -= third } else { low += third }
    }
    return min(distance(0), distance(1), distance((low + high) / 2))
  }

  private static func place(_ x: Int32, _ y: Int32) -> Coordinate {
    Coordinate(latitude: Double(y) / 100_000, longitude: Double(x) / 100_000)
  }
}
