import Raster

extension Theme {
  /// Whether light lines are read on it.
  var isDark: Bool { Int(sea.red) + Int(sea.green) + Int(sea.blue) < 384 }

  /// The dashed line where nobody saw the ship.
  var trackGap: Color {
    switch name {
    case "print": Color(0x000000, alpha: 0.5)
    default: isDark ? Color(0xF2C14E, alpha: 0.5) : Color(0x9A6A00, alpha: 0.75)
    }
  }
}
