import Raster

/// What letters are drawn with.
package struct TextInk: Sendable, Hashable {
  /// The letters' colour.
  package var color: Color
  /// How often the letters are laid one over the other, see `Theme.letterLayers`.
  package var layers: Int
  /// A colour drawn about the letters, under them; nil for none.
  package var halo: Color?
  /// How far the halo reaches beyond the letters, in pixels.
  package var haloReach: Double

  /// Ink of a colour, without a halo unless told otherwise.
  package init(color: Color, layers: Int = 1, halo: Color? = nil, haloReach: Double = 0) {
    self.color = color
    self.layers = layers
    self.halo = halo
    self.haloReach = haloReach
  }

  /// Draws the outlines of letters.
  package func draw(_ letters: Path, on pixmap: inout Pixmap) {
    if let halo {
      pixmap.stroke(letters, style: StrokeStyle(width: 2 * haloReach, join: .round), color: halo)
    }
    for _ in 0..<layers { pixmap.fill(letters, color: color) }
  }
}
