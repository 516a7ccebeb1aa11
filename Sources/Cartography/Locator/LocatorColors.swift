import Raster

/// What the locator is drawn with on a theme's ground; mixed in sRGB.
struct LocatorColors {
  /// The ring that keeps the globe apart from the map.
  let halo: Color
  let sphere: Color
  let land: Color
  let limb: Color
  let graticule: Color
  /// The frame's outline.
  let frame: Color
  /// Within the frame.
  let frameFill: Color
  /// The wider line beneath the frame's outline.
  let frameCasing: Color

  init(_ theme: Theme) {
    let sea = Self.lightness(theme.sea)
    let isDark = sea < 0.5
    halo = theme.sea
    if isDark {
      sphere = theme.sea.mixed(with: theme.coast, 0.22)
      land = theme.land.mixed(with: theme.coast, 0.8)
    } else if sea > 0.98 {
      // White paper has nothing lighter for the land.
      sphere = theme.sea
      land = theme.land.mixed(with: theme.text, 0.16)
    } else {
      sphere = theme.sea.mixed(with: theme.coast, 0.3)
      land = theme.land
    }
    limb = theme.frame
    graticule = theme.graticule
    frame = theme.text
    var fill = theme.text
    fill.alpha = isDark ? 0.1 : 0.14
    frameFill = fill
    frameCasing = sphere.mixed(with: theme.sea, 0.5)
  }

  /// 0 black, 1 white.
  private static func lightness(_ color: Color) -> Double {
    (299 * Double(color.red) + 587 * Double(color.green) + 114 * Double(color.blue)) / 255_000
  }
}
