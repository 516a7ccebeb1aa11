import Geography
import Raster

extension GlobeView {
  /// The land of Natural Earth 1:110 million on the near side, to be filled non-zero; radius 1, y down.
  ///
  /// The North Pole is taken to lie in the sea.
  func land() -> Path {
    let archive = GeometryArchive(EmbeddedResource.naturalEarth110m.bytes)
    var land = GlobePath()
    var ring: [SIMD3<Double>] = []
    var corners: [(x: Int32, y: Int32)] = []
    var isAntipodeLand = false
    func finishRing() {
      ring.removeAll(keepingCapacity: true)
      guard var last = corners.last else { return }
      for corner in corners {
        addEdge(from: last, to: corner, &ring)
        last = corner
      }
      corners.removeAll(keepingCapacity: true)
      var before = ring[ring.count - 1]
      for place in ring {
        if crossesFarMeridian(before, place) { isAntipodeLand.toggle() }
        before = place
      }
      land.addRing(ring)
    }
    for number in archive.pieces(of: .land) {
      let piece = archive.piece(number)
      if piece.isFirst { finishRing() }
      corners.append((piece.x, piece.y))
      archive.forEachFollowingVertex(of: piece) { x, y, isLast in
        if !isLast { corners.append((x, y)) }
      }
    }
    finishRing()
    if isAntipodeLand { land.addLimb() }
    return land.path
  }

  /// Adds the places after an edge's start; the edge is straight in degrees, places are at most 3 degrees apart.
  private func addEdge(from: (x: Int32, y: Int32), to: (x: Int32, y: Int32), _ ring: inout [SIMD3<Double>]) {
    let steps = max(Int(max(abs(to.x - from.x), abs(to.y - from.y)) / 300_000), 1)
    for step in 1...steps {
      let share = Double(step) / Double(steps)
      let x = Double(from.x) + Double(to.x - from.x) * share
      let y = Double(from.y) + Double(to.y - from.y) * share
      ring.append(
        vector(latitude: y / GeometryArchive.unitsPerDegree, longitude: x / GeometryArchive.unitsPerDegree))
    }
  }
}
