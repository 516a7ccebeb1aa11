import ArgumentParser
import Wakeprint

/// Theme and words of a picture.
struct LookOptions: ParsableArguments {
  @Option(help: "Colours of the map: dark, light or print.")
  var theme = ThemeName.dark

  @Option(help: ArgumentHelp("Colours, widths and fonts in the place of the theme's: JSON.", valueName: "file"))
  var style: String?

  @Option(
    help: ArgumentHelp(
      "Fonts of the words, .ttf, .otf or .ttc; each letter comes from the first that has it.", valueName: "file,…"))
  var font: PathsArgument?

  @Option(help: ArgumentHelp("The title.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("A line under the title.", valueName: "text"))
  var subtitle: String?

  @Option(help: ArgumentHelp("Whose data it is.", valueName: "text"))
  var source: String?

  @Option(help: ArgumentHelp("A marking at the upper and lower edge.", valueName: "text"))
  var banner: String?

  @Flag(help: "The layers alone on transparent ground: no basemap, no furniture.")
  var bare = false

  @Flag(help: "Land beneath the layers of a bare picture.")
  var basemap = false

  @Option(
    help: ArgumentHelp(
      "Land of close views: auto (what `wakeprint coastline install` has made), none (the embedded basemap alone), "
        + "or a coastline file.",
      valueName: "auto|none|file"))
  var coastline = CoastlineArgument(choice: .automatic)

  /// The same as the library takes it.
  var request: LookRequest {
    LookRequest(
      theme: theme, style: style, fonts: font?.paths ?? [], title: title, subtitle: subtitle, source: source,
      banner: banner, isBare: bare, hasBasemap: basemap || !bare, coastline: coastline.choice)
  }
}

extension ThemeName: ExpressibleByArgument {}
