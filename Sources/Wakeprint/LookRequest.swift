/// Theme and words of a picture.
public struct LookRequest: Sendable, Equatable {
  /// The colours.
  public var theme: ThemeName
  /// A file of JSON with values that take the place of the theme's; nil for none.
  public var style: String?
  /// Font files that words are set in, the first of a letter's wins; none takes the style's or the program's own.
  public var fonts: [String]
  /// The title; nil gives none.
  public var title: String?
  /// A line under the title; nil gives none.
  public var subtitle: String?
  /// Whose data it is; nil names the input files.
  public var source: String?
  /// A marking at the upper and lower edge; nil gives none.
  public var banner: String?
  /// The layers alone on transparent ground.
  public var isBare: Bool
  /// Land and sea beneath the layers.
  public var hasBasemap: Bool
  /// The land of a close view; the default is the same on every machine.
  public var coastline: CoastlineChoice

  /// A look; the default is dark, composed, without words of the user's.
  public init(
    theme: ThemeName = .dark, style: String? = nil, fonts: [String] = [], title: String? = nil, subtitle: String? = nil,
    source: String? = nil, banner: String? = nil, isBare: Bool = false, hasBasemap: Bool = true,
    coastline: CoastlineChoice = .none
  ) {
    self.theme = theme
    self.style = style
    self.fonts = fonts
    self.title = title
    self.subtitle = subtitle
    self.source = source
    self.banner = banner
    self.isBare = isBare
    self.hasBasemap = hasBasemap
    self.coastline = coastline
  }
  /// The files that are read for it.
  var files: [String] { [style].compactMap { $0 } + fonts }
}
