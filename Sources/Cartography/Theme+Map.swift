import Raster

extension Theme {
  /// Vessels that are watched for.
  var watchlist: Color { name == "print" ? Color(0x000000) : Color(0xFF2E88) }
  /// Beneath lines of tracks.
  var casing: Color { isDark ? Color(0x0D1522, alpha: 0.9) : Color(0xFFFFFF, alpha: 0.9) }
  /// Names of seas.
  var seaLabel: Color { isDark ? Color(0x6F8FB8) : name == "print" ? Color(0x555555) : Color(0x5B7F9E) }
  /// Names of countries.
  var countryLabel: Color { isDark ? Color(0x7C8CA3) : name == "print" ? Color(0x444444) : Color(0x7A8794) }
  /// Names of towns.
  var townLabel: Color { isDark ? Color(0xA9B7CA) : name == "print" ? Color(0x222222) : Color(0x45525F) }
  /// How long nobody saw a ship.
  var gapLabel: Color { isDark ? Color(0xF2C14E) : name == "print" ? Color(0x000000) : Color(0x8A5B00) }
  /// Names of vessels.
  var vesselLabel: Color { text }
  /// Lines from labels to their places.
  var leader: Color { quietText }
  /// The side panel's rules.
  var panelRule: Color { frame }
  /// Where a ship can have been.
  var reach: Color { isDark ? Color(0xF2C14E, alpha: 0.05) : Color(0xA96F00, alpha: 0.14) }
}
