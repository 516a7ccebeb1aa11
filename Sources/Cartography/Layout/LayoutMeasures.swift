/// The sizes of letters, lines and distances of a picture, in pixels.
///
/// They grow with the picture: a picture of 1920 x 1080 is the reference, on which the grid's unit is 8 pixels. Letters
/// never become smaller than can be read, which is told in points; a point is `scale` pixels.
package struct LayoutMeasures: Sendable, Equatable {
  /// One step of the grid.
  package let unit: Double
  /// Width of the thinnest line, a whole number.
  package let hairline: Double
  /// Size of the title's letters, pixels to the em.
  package let titleSize: Double
  /// Size of the subtitle's, time range's and banner's letters, pixels to the em.
  package let subtitleSize: Double
  /// Size of all other letters, pixels to the em.
  package let smallSize: Double
  /// Empty edge on all four sides, a whole number.
  package let margin: Int
  /// Length of the tick at a graticule line's end.
  package let tick: Double

  /// What letters are set in.
  package let fonts: Typefaces

  /// Heights above and below the baseline as shares of the em, those of the typeface (Open Sans) or a little more.
  static let capShare = 0.72
  static let descentShare = 0.25
  static let accentShare = 0.22

  /// The measures of a picture in pixels of which `scale` make a point; with a banner the margin has room for it.
  package init(
    pictureWidth: Double, pictureHeight: Double, scale: Double, hasBanner: Bool, fonts: Typefaces = .embedded
  ) {
    self.fonts = fonts
    let width = pictureWidth / scale
    let height = pictureHeight / scale
    let mean = (width * height).squareRoot()
    // 1080 for 1920 x 1080 and for 1080 x 1920; long thin pictures follow their short side.
    let reference = min(mean * 0.75, min(width, height) * 1.6)
    let unit = reference / 135
    let title = max(unit * 3.25, 13)
    let subtitle = max(unit * 2, 10.5)
    let small = max(unit * 1.5625, 9)
    let tick = max(unit * 0.5, 2)
    var margin = max(unit * 5, tick + small * 1.25 + 1)
    if hasBanner { margin = max(margin, subtitle * 2.9) }
    self.unit = unit * scale
    self.hairline = max((reference / 1080 * scale).rounded(), scale.rounded(), 1)
    self.titleSize = title * scale
    self.subtitleSize = subtitle * scale
    self.smallSize = small * scale
    self.margin = Int((margin * scale).rounded())
    self.tick = (tick * scale).rounded()
  }
}
