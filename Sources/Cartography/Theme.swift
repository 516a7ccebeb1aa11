import Raster

/// The colours and line widths of a map.
///
/// Widths and dashes are in hairlines of `LayoutMeasures`. Opacities hold in linear light, where white at 1 % over a dark
/// sea looks like 7 % mixed in sRGB.
package struct Theme: Sendable {
  /// The name on the command line.
  package var name: String
  /// The paper about the frame.
  package var page: Color
  /// The map's ground.
  package var sea: Color
  package var land: Color
  package var lake: Color
  package var coast: Color
  package var coastWidth: Double
  package var border: Color
  package var borderWidth: Double
  /// Dash, space and so on.
  package var borderDashes: [Double]
  package var graticule: Color
  /// The line about the map and its ticks.
  package var frame: Color
  package var text: Color
  /// Everything that is read second: subtitle, sources, numbers.
  package var quietText: Color
  /// How often letters are laid one over the other.
  ///
  /// Twice in linear light leaves the square of the paper's share, (1 - coverage)², which is the share that the eye
  /// expects of dark letters on light paper; laid once they look starved. Light letters on dark need one layer.
  package var letterLayers: Int
  /// Drawn about letters that lie on the map.
  package var halo: Color
  /// Which palette density takes where the user names none.
  package var densityPalette: String
  /// How density uses a palette.
  package var densityFade: DensityFade

  /// For screens: the data glow on a dark sea.
  package static let dark = Theme(
    name: "dark", page: Color(0x0A111C), sea: Color(0x0D1522), land: Color(0x1A2433), lake: Color(0x0D1522),
    coast: Color(0x3B4B63), coastWidth: 1, border: Color(0x2B384B), borderWidth: 1, borderDashes: [4, 3],
    graticule: Color(0xFFFFFF, alpha: 0.010), frame: Color(0x3B4B63), text: Color(0xE8EEF6),
    quietText: Color(0x93A4BA), letterLayers: 1, halo: Color(0x0D1522, alpha: 0.8), densityPalette: "inferno",
    densityFade: DensityFade(peak: .lightest, first: 0.25, last: 1, firstOpacity: 0.5, opaqueFrom: 0.35))

  /// For documents: the data are ink on a pale sea.
  package static let light = Theme(
    name: "light", page: Color(0xFFFFFF), sea: Color(0xE9F0F5), land: Color(0xFAF8F3), lake: Color(0xE9F0F5),
    coast: Color(0x9BB0C1), coastWidth: 1, border: Color(0xB9C4CD), borderWidth: 1, borderDashes: [4, 3],
    graticule: Color(0x16212E, alpha: 0.12), frame: Color(0x9BB0C1), text: Color(0x16212E),
    quietText: Color(0x55677A), letterLayers: 2, halo: Color(0xFFFFFF, alpha: 0.8), densityPalette: "deep",
    densityFade: DensityFade(peak: .darkest, first: 0.16, last: 1, firstOpacity: 0.75, opaqueFrom: 0.6))

  /// For paper and photocopiers: black, white and greys.
  package static let print = Theme(
    name: "print", page: Color(0xFFFFFF), sea: Color(0xFFFFFF), land: Color(0xEBEBEB), lake: Color(0xFFFFFF),
    coast: Color(0x000000, alpha: 0.7), coastWidth: 1, border: Color(0x000000, alpha: 0.6), borderWidth: 1,
    borderDashes: [5, 3, 1, 3], graticule: Color(0x000000, alpha: 0.18), frame: Color(0x000000),
    text: Color(0x000000), quietText: Color(0x333333), letterLayers: 2, halo: Color(0xFFFFFF, alpha: 0.9),
    densityPalette: "grays",
    densityFade: DensityFade(peak: .darkest, first: 0.4, last: 1, firstOpacity: 1, opaqueFrom: 0))

  /// For what is read first.
  package var textInk: TextInk { TextInk(color: text, layers: letterLayers) }
  /// For what is read second.
  package var quietInk: TextInk { TextInk(color: quietText, layers: letterLayers) }

  /// All themes, in the order in which they are listed to a user.
  package static let all: [Theme] = [dark, light, print]
}
