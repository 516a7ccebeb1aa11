import JSON
import Raster

/// The colours, line widths and fonts of a map, as `Resources/themes/` and users' styles give them.
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
  /// Filled over the sea.
  package var land: Color
  /// Filled over the land.
  package var lake: Color
  /// The line about land and lakes.
  package var coast: Color
  /// Width of the coast.
  package var coastWidth: Double
  /// The dashed line between countries.
  package var border: Color
  /// Width of the borders.
  package var borderWidth: Double
  /// Dash, space and so on.
  package var borderDashes: [Double]
  /// The meridians and parallels, barely there.
  package var graticule: Color
  /// The line about the map and its ticks.
  package var frame: Color
  /// Title, legend's unit, markings.
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
  /// Seas and other waters.
  package var seaLabel: LabelLook
  /// Countries.
  package var countryLabel: LabelLook
  /// Towns and ports.
  package var townLabel: LabelLook
  /// Vessels.
  package var vesselLabel: LabelLook
  /// The line from a label to what it names.
  package var leader: Color
  /// Width of the leaders.
  package var leaderWidth: Double
  /// Which palette density takes where the user names none.
  package var densityPalette: String
  /// How density uses a palette.
  package var densityFade: DensityFade
  /// What tracks are drawn with.
  package var tracks: TrackColors
  /// What the marks of events are drawn with.
  package var events: EventColors
  /// Vessels that are watched: the line about their tracks and marks.
  package var watchlist: Color
  /// How far that line reaches beyond them.
  package var watchlistWidth: Double
  /// The area that a vessel could have reached while it was not observed.
  package var reach: Color
  /// The ground of the side panel.
  package var panel: Color
  /// The lines between the panel's rows and about it.
  package var panelRule: Color
  /// The line about an inset map and from it to its place.
  package var inset: Color
  /// Width of the inset's lines.
  package var insetWidth: Double
  /// Font files that a style asks for; empty lists take the program's own typeface.
  package var fontFiles: FontFiles
  /// What words are set in: the program's own typeface unless told otherwise; styles leave it as it is.
  package var fonts = Typefaces.embedded
  /// All of it as it was read, for styles to change.
  private let data: JSONValue

  /// The line under a track that keeps it apart from what it crosses.
  package var casing: Color { tracks.casing }
  /// How far the casing reaches beyond the track on either side.
  package var casingWidth: Double { tracks.casingWidth }
  /// The line about where a ship can have been: the area's colour, six times as opaque.
  var reachOutline: Color {
    var color = reach
    color.alpha = min(6 * color.alpha, 1)
    return color
  }

  /// For what is read first.
  package var textInk: TextInk { TextInk(color: text, layers: letterLayers) }
  /// For what is read second.
  package var quietInk: TextInk { TextInk(color: quietText, layers: letterLayers) }

  /// This theme with the values of a style, a JSON object of any of a theme's keys, in the place of its own.
  ///
  /// Throws where a key is unknown and where a value is none that the key takes.
  package func styled(_ style: JSONValue) throws(CartographyError) -> Theme {
    var theme = try Theme(name: name, data: ThemeOverrides.merged(data, with: style))
    theme.fonts = fonts
    return theme
  }

  /// Reads a theme that has every key. Throws where a value is missing or none that the key takes.
  package init(name: String, data: JSONValue) throws(CartographyError) {
    self.name = name
    self.data = data
    let theme = ThemeSection(theme: data)
    page = try theme.color("page")
    sea = try theme.color("sea")
    land = try theme.color("land")
    lake = try theme.color("lake")
    func line(_ key: String) throws(CartographyError) -> (color: Color, width: Double) {
      let line = try theme.section(key)
      return (try line.color("color"), try line.number("width", in: ThemeSection.widths))
    }
    (coast, coastWidth) = try line("coast")
    (border, borderWidth) = try line("border")
    borderDashes = try theme.section("border").dashes("dashes")
    graticule = try theme.color("graticule")
    frame = try theme.color("frame")
    text = try theme.color("text")
    quietText = try theme.color("quiet_text")
    letterLayers = try theme.count("letter_layers", in: 1...4)
    halo = try theme.color("halo")
    let labels = try theme.section("labels")
    seaLabel = try LabelLook(labels.section("sea"), layers: letterLayers)
    countryLabel = try LabelLook(labels.section("country"), layers: letterLayers)
    townLabel = try LabelLook(labels.section("town"), layers: letterLayers)
    vesselLabel = try LabelLook(labels.section("vessel"), layers: letterLayers)
    (leader, leaderWidth) = try line("leader")
    let density = try theme.section("density")
    densityPalette = try density.name("palette", of: EmbeddedResource.colorTables().map(\.name))
    densityFade = try DensityFade(density)
    tracks = try TrackColors(theme.section("tracks"))
    events = try EventColors(theme.section("events"))
    (watchlist, watchlistWidth) = try line("watchlist")
    reach = try theme.color("reach")
    let board = try theme.section("panel")
    panel = try board.color("ground")
    panelRule = try board.color("rule")
    (inset, insetWidth) = try line("inset")
    fontFiles = try FontFiles(theme.section("fonts"))
  }
}
