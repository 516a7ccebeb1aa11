import Geography
import Raster

/// Draws an archive's rings and lines through one window, skipping what lies outside.
///
/// A stretch of a ring that stays beyond one side of the window is replaced by the straight line between its ends:
/// both lie in one half-plane, so no place inside the window changes its winding number. No edge that touches the
/// window is shortened, so the ink inside never depends on where the window ends.
struct BasemapTracer {
  private struct Vertex {
    var x: Int32
    var y: Int32
    var outcode: BasemapWindow.Outcode
    /// Whether the edge to the next vertex is a cut through land.
    var isCut: Bool
  }

  /// The rings drawn so far, closed contours.
  private(set) var fill = Path()
  /// The lines drawn so far: shores of the rings, or lines.
  private(set) var lines = Path()

  private let window: BasemapWindow
  private var ring: [Vertex] = []
  private var ringOutcode: BasemapWindow.Outcode = 0

  init(window: BasemapWindow) { self.window = window }

  /// Adds a layer of rings to `fill`, and their shores to `lines` where asked for.
  mutating func traceRings(of layer: GeometryArchive.Layer, in archive: GeometryArchive, withShores: Bool) {
    let pieces = archive.pieces(of: layer)
    for number in pieces {
      let piece = archive.piece(number)
      if piece.isFirst { finishRing(withShores: withShores) }
      collect(piece, of: archive)
    }
    finishRing(withShores: withShores)
  }

  /// Adds a coastline's land to `fill` and its shores to `lines`.
  mutating func traceLand(of coastline: CoastlineArchive) {
    for number in coastline.rings {
      let ring = coastline.ring(number)
      guard window.outcode(of: ring.box) == 0 else { continue }
      for piece in ring.pieces { collect(coastline.piece(piece), of: coastline) }
      finishRing(withShores: true)
    }
    for number in coastline.groups {
      let group = coastline.group(number)
      guard window.outcode(of: group) == 0 else { continue }
      let tolerance = (x: window.longitudeTolerance, y: window.latitudeTolerance(of: group))
      coastline.forEachRing(of: group) { vertices in
        var last = vertices[0]
        keep(last.x, last.y, isCut: false)
        for vertex in vertices.dropFirst() {
          let isNear =
            abs(vertex.x &- last.x) < tolerance.x && abs(vertex.y &- last.y) < tolerance.y
            && abs(vertex.x) != GeometryArchive.halfWorld
          if isNear { continue }
          last = vertex
          keep(vertex.x, vertex.y, isCut: false)
        }
        finishRing(withShores: true)
      }
    }
  }

  /// Adds a layer of lines to `lines`: each piece that touches the window whole and on its own, so that dashes fall
  /// alike in every view of a grid.
  mutating func traceLines(of layer: GeometryArchive.Layer, in archive: GeometryArchive) {
    for number in archive.pieces(of: layer) {
      let piece = archive.piece(number)
      guard window.outcode(of: piece) == 0 else { continue }
      let tolerance = (x: window.longitudeTolerance, y: window.latitudeTolerance(of: piece))
      var kept = (x: piece.x, y: piece.y)
      lines.move(to: point(kept.x, kept.y))
      archive.forEachFollowingVertex(of: piece) { x, y, isLast in
        let isNear = abs(x &- kept.x) < tolerance.x && abs(y &- kept.y) < tolerance.y
        if isNear && !isLast { return }
        kept = (x, y)
        lines.line(to: point(x, y))
      }
    }
  }

  private func point(_ x: Int32, _ y: Int32) -> Point {
    let (x, y) = window.project(x, y)
    return Point(x: x, y: y)
  }

  /// Adds a piece's vertices, but for its last, to the ring in hand.
  private mutating func collect(_ piece: GeometryArchive.Piece, of source: some PieceSource) {
    keep(piece.x, piece.y, isCut: piece.isCut)
    guard window.outcode(of: piece) == 0 else { return }
    let tolerance = (x: window.longitudeTolerance, y: window.latitudeTolerance(of: piece))
    var last = (x: piece.x, y: piece.y)
    source.forEachFollowingVertex(of: piece) { x, y, isLast in
      // The world's edge is recognised by its vertices, so none of them may go.
      let isNear =
        abs(x &- last.x) < tolerance.x && abs(y &- last.y) < tolerance.y
        && abs(x) != GeometryArchive.halfWorld
      if isNear || isLast { return }
      last = (x, y)
      keep(x, y, isCut: piece.isCut)
    }
  }

  @inline(__always)
  private mutating func keep(_ x: Int32, _ y: Int32, isCut: Bool) {
    let vertex = Vertex(x: x, y: y, outcode: window.outcode(x, y), isCut: isCut)
    let count = ring.count
    ringOutcode = count == 0 ? vertex.outcode : ringOutcode & vertex.outcode
    if count >= 2, ring[count - 2].outcode & ring[count - 1].outcode & vertex.outcode != 0 {
      ring[count - 1] = vertex
    } else {
      ring.append(vertex)
    }
  }

  private mutating func finishRing(withShores: Bool) {
    defer { ring.removeAll(keepingCapacity: true) }
    guard ring.count >= 3, ringOutcode == 0 else { return }
    let count = ring.count
    var points: [Point] = []
    points.reserveCapacity(count)
    for index in 0..<count { points.append(place(index)) }
    fill.move(to: points[0])
    for index in 1..<count { fill.line(to: points[index]) }
    fill.close()
    if withShores { addShores(points) }
  }

  /// The picture's place of a ring's vertex; one that only bounds edges outside the window is drawn in to its border,
  /// which keeps those edges in their half-planes and the coordinates small.
  private func place(_ index: Int) -> Point {
    let vertex = ring[index]
    let before = ring[index == 0 ? ring.count - 1 : index - 1].outcode & vertex.outcode
    let after = ring[index == ring.count - 1 ? 0 : index + 1].outcode & vertex.outcode
    guard before != 0, after != 0 else { return point(vertex.x, vertex.y) }
    return point(
      min(max(vertex.x, window.west), window.east), min(max(vertex.y, window.south), window.north))
  }

  /// Adds the ring's edges that are coast and may touch the window, in runs.
  private mutating func addShores(_ points: [Point]) {
    let count = ring.count
    guard let gap = (0..<count).first(where: { !isShore($0) }) else {
      lines.move(to: points[0])
      for index in 1..<count { lines.line(to: points[index]) }
      lines.close()
      return
    }
    var isDrawing = false
    for offset in 1..<count {
      let edge = (gap + offset) % count
      guard isShore(edge) else {
        isDrawing = false
        continue
      }
      if !isDrawing { lines.move(to: points[edge]) }
      lines.line(to: points[(edge + 1) % count])
      isDrawing = true
    }
  }

  /// Whether the edge from a ring's vertex to the next is coast, no cut through land, and may touch the window.
  private func isShore(_ index: Int) -> Bool {
    let from = ring[index]
    let to = ring[index == ring.count - 1 ? 0 : index + 1]
    if from.isCut || from.outcode & to.outcode != 0 { return false }
    return !GeometryArchive.isCut(from.x, from.y, to.x, to.y)
  }
}
