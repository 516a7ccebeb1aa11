import Raster

/// The colours of tracks, 0xRRGGBB.
enum TrackPalette {
  /// Twelve that are told apart on a dark ground, the first nine best.
  static let distinctOnDark: [UInt32] = [
    0x56B4E9, 0xFFB000, 0x2FD3A5, 0xFF7A59, 0xF2EA75, 0xE58FD0, 0xB7E36B, 0x8C9BFF, 0xFFD3C2, 0x12A5B8, 0xC9C4FF,
    0xC79A5B,
  ]
  /// Twelve that are told apart on a light ground, the first nine best.
  static let distinctOnLight: [UInt32] = [
    0x0067A5, 0xB86200, 0x00795F, 0xC02B1D, 0x6B6100, 0xA1308C, 0x4F7F12, 0x4844C2, 0x6E3B1A, 0x0A5563, 0x7C5BB5,
    0x1D2530,
  ]
  /// By class of `VesselType`, without the last.
  static let typesOnDark: [UInt32] = [
    0x2FD3A5, 0xFF6B4F, 0x56A8F5, 0xF4E04D, 0xFFA23A, 0xC9A27A, 0xB79BFF, 0x8FE8FF, 0xF29BCF, 0xC9D2DD,
  ]
  /// By class of `VesselType`, without the last.
  static let typesOnLight: [UInt32] = [
    0x00795F, 0xC02B1D, 0x0067A5, 0x7D6B00, 0xC26A00, 0x6E4A25, 0x5B3FC0, 0x007F98, 0xB0307F, 0x4A5666,
  ]
  /// From standing still to fast: cold and dim to warm and bright.
  static let speedOnDark: [UInt32] = [0x5B6B9E, 0x4C8FD6, 0x31BFC4, 0x86DD82, 0xF6DC57, 0xFFF7D6]
  /// From standing still to fast: pale to dark.
  static let speedOnLight: [UInt32] = [0x9A8FB0, 0x5F93C6, 0x14858C, 0x2E6B2F, 0x8A4B08, 0x4A0D2B]
  /// Stops of a ramp from early to late.
  static let timeOnDark: [UInt32] = [0x6A5BD0, 0xB155C9, 0xEE5F8C, 0xFF9257, 0xFFCB5C, 0xFFF9CF]
  /// Stops of a ramp from early to late.
  static let timeOnLight: [UInt32] = [0xE08A1E, 0xD4552E, 0xB82E5F, 0x86237E, 0x4D2482, 0x1B1550]

  /// For what has no value.
  static func neutral(isDark: Bool) -> Color { Color(isDark ? 0x8492A6 : 0x7C8896) }

  /// `count` colours evenly along stops, mixed in sRGB, both ends included.
  static func ramp(_ stops: [UInt32], _ count: Int) -> [Color] {
    (0..<count).map { index in
      let place = index * (stops.count - 1)
      let low = min(place / (count - 1), stops.count - 2)
      let part = place - low * (count - 1)
      func channel(_ shift: UInt32) -> UInt8 {
        let (a, b) = (Int(stops[low] >> shift & 255), Int(stops[low + 1] >> shift & 255))
        return UInt8((a * (count - 1 - part) + b * part + (count - 1) / 2) / (count - 1))
      }
      return Color(red: channel(16), green: channel(8), blue: channel(0))
    }
  }
}
