import Raster

/// What tracks are drawn with on a theme's ground.
///
/// Chosen for contrast with the sea and with one another also for the colour-blind: neighbours differ in lightness, not
/// in hue alone; what has an order goes from quiet to strong.
package struct TrackColors: Sendable {
  /// How many times as wide as usual tracks are; see `TrackLineStyle`.
  package var width: Double
  /// The line under a track that keeps it apart from what it crosses.
  package var casing: Color
  /// How far the casing reaches beyond the track on either side, in hairlines.
  package var casingWidth: Double
  /// The dashed line where nobody saw the ship.
  package var gap: Color
  /// For what has no value, and for all others.
  package var unknown: Color
  /// From standing still to fast, one for each class of speed.
  package var speed: [Color]
  /// Told apart from one another, the first nine best.
  package var vessel: [Color]
  /// By class of `VesselType`, without the last.
  package var type: [Color]
  /// By frequency of the flag.
  package var flag: [Color]
  /// Stops of a ramp from early to late.
  package var time: [Color]

  /// Reads the section `tracks` of a theme. Throws where a value is none that the key takes.
  init(_ section: ThemeSection) throws(CartographyError) {
    width = try section.number("width", in: 0.1...10)
    let line = try section.section("casing")
    casing = try line.color("color")
    casingWidth = try line.number("width", in: ThemeSection.widths)
    gap = try section.color("gap")
    unknown = try section.color("unknown")
    speed = try section.colors("speed", count: Int(TrackColoring.noSpeed)...Int(TrackColoring.noSpeed))
    vessel = try section.colors("vessel", count: TrackColoring.vesselColors...TrackColoring.vesselColors)
    type = try section.colors("type", count: TrackColoring.typeColors...TrackColoring.typeColors)
    flag = try section.colors("flag", count: TrackColoring.flagColors...TrackColoring.flagColors)
    time = try section.colors("time", count: 2...32)
  }

  /// `count` colours evenly along the stops of time, mixed in sRGB, both ends included.
  func timeRamp(_ count: Int) -> [Color] {
    (0..<count).map { index in
      let place = index * (time.count - 1)
      let low = min(place / (count - 1), time.count - 2)
      let part = place - low * (count - 1)
      func channel(_ channel: KeyPath<Color, UInt8>) -> UInt8 {
        let (a, b) = (Int(time[low][keyPath: channel]), Int(time[low + 1][keyPath: channel]))
        return UInt8((a * (count - 1 - part) + b * part + (count - 1) / 2) / (count - 1))
      }
      let opacity = time[low].alpha + (time[low + 1].alpha - time[low].alpha) * Double(part) / Double(count - 1)
      return Color(red: channel(\.red), green: channel(\.green), blue: channel(\.blue), alpha: opacity)
    }
  }
}
