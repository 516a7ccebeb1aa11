/// Which land a close view shows.
///
/// Natural Earth is drawn wherever a pixel is wider than 800 m at the equator (zoom 7.6 of 256-pixel tiles), and always
/// for lakes and borders.
public enum CoastlineChoice: Sendable, Equatable {
  /// The coastline in the user's cache, and the embedded basemap where there is none or it is damaged.
  case automatic
  /// The embedded basemap alone: the same on every machine.
  case none
  /// A coastline file that `CoastlineInstallJob` has made.
  case file(String)
}
