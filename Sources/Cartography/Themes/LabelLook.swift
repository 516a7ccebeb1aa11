import Raster

/// How the labels of one kind of place look on a map.
package struct LabelLook: Sendable {
  /// Which of the three faces the letters are of.
  package enum Face: String, Sendable, CaseIterable { case regular, semibold, italic }

  /// The letters' colour.
  package var color: Color
  /// Drawn about the letters, under them.
  package var halo: Color
  /// How far the halo reaches beyond the letters, in hairlines.
  package var haloWidth: Double
  /// The face.
  package var face: Face
  /// Extra distance between letters in ems.
  package var tracking: Double
  /// How often letters are laid one over the other, see `Theme.letterLayers`.
  package var layers: Int

  /// Reads a section of a theme's labels. Throws where a value is none that the key takes.
  init(_ section: ThemeSection, layers: Int) throws(CartographyError) {
    color = try section.color("color")
    halo = try section.color("halo")
    haloWidth = try section.number("halo_width", in: ThemeSection.widths)
    face = try section.word("face", as: Face.self)
    tracking = try section.number("tracking", in: -0.1...1)
    self.layers = layers
  }

  /// The ink on a picture whose hairline is so many pixels wide.
  package func ink(hairline: Double) -> TextInk {
    TextInk(color: color, layers: layers, halo: haloWidth > 0 ? halo : nil, haloReach: haloWidth * hairline)
  }
}
