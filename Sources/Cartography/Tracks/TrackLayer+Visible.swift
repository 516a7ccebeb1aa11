import Geography
import Platform
import Raster

extension TrackLayer {
  /// What a viewport shows of a vessel.
  package struct Sight: Sendable, Equatable {
    /// The vessel's number in its set of tracks.
    package let vessel: Int
    /// How long its observed lines are in the viewport, in pixels; legs that reach in count whole.
    package fileprivate(set) var pixels = 0.0
    /// How long its longest gap that reaches in is, in pixels.
    package fileprivate(set) var longestGap = 0.0
  }

  /// The vessels of which something is seen in a viewport of the layer's grid, by rising number.
  package func sights(_ viewport: Viewport) -> [Sight] {
    let window = window(viewport, reach: style)
    var sights: [Sight] = []
    for number in pieces(near: window) {
      let piece = traced.pieces[Int(number)]
      guard window.copies(of: piece) != nil else { continue }
      if sights.last?.vessel != Int(piece.vessel) { sights.append(Sight(vessel: Int(piece.vessel))) }
      let length = length(of: piece)
      if piece.isGap {
        sights[sights.count - 1].longestGap = max(sights[sights.count - 1].longestGap, length)
      } else {
        sights[sights.count - 1].pixels += length
      }
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
