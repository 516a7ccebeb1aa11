import Geography
import Platform
import Raster

extension TrackLayer {
  /// What a viewport shows of a vessel.
  package struct Sight: Sendable, Equatable {
    /// The vessel's number in its set of tracks.
    package let vessel: Int
    /// How long its observed lines are in the viewport, in pixels; legs that reach in count whole. 0 where more than a
    /// thousand vessels share the view.
    package fileprivate(set) var pixels = 0.0
    /// How long its longest gap that reaches in is, in pixels.
    package fileprivate(set) var longestGap = 0.0
  }

  /// Of more vessels than these the length of lines is not measured.
  private static var mostMeasured: Int { 1_000 }

  /// The vessels of which something is seen in a viewport of the layer's grid, by rising number.
  package func sights(_ viewport: Viewport) -> [Sight] {
    let window = window(viewport, reach: style)
    let found = pieces(near: window).map { traced.pieces[Int($0)] }.filter { window.copies(of: $0) != nil }
    var sights: [Sight] = []
    for piece in found {
      if sights.last?.vessel != Int(piece.vessel) { sights.append(Sight(vessel: Int(piece.vessel))) }
      let last = sights.count - 1
      if piece.isGap { sights[last].longestGap = max(sights[last].longestGap, length(of: piece)) }
    }
    // Where very many share a view nobody asks which of them is seen most of.
    guard sights.count <= Self.mostMeasured else { return sights }
    var place = 0
    for piece in found where !piece.isGap {
      while sights[place].vessel != Int(piece.vessel) { place += 1 }
      sights[place].pixels += length(of: piece)
    }
    return sights
  }

  private func length(of piece: TrackPiece) -> Double {
    var units = 0.0
    for index in piece.firstPoint..<piece.firstPoint + Int(piece.legs) {
      let (a, b) = (traced.points[index], traced.points[index + 1])
      units += hypot(Double(a.east(to: b)), 2 * Double(Int64(b.y) - Int64(a.y)))
    }
    return units * grid.pixelsPerUnit
  }
}
