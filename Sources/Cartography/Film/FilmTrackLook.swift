import Geography
import Raster

/// How the trails of a film look, and for how long.
package struct FilmTrackLook: Sendable {
  /// By the colouring's number.
  let colors: [Color]
  /// Of the dashes where nobody saw the ship.
  let ghost: Color
  let style: TrackLineStyle
  /// How opaque a trail is where its ship has just been: the ships stand out from it.
  private static let share = 0.75
  /// For how long trails are seen, in milliseconds; 0 for none.
  package let trail: Int64

  /// The look of tracks of a theme where so many vessels share a map whose lines are `scale` times as wide as usual.
  package init(
    _ theme: Theme, coloring: TrackColoring, grid: PixelGrid, vesselCount: Int, scale: Double, trail: Int64
  ) {
    let style = TrackLineStyle(grid: grid, vesselCount: vesselCount, scale: scale, widths: theme.tracks.width)
    self.style = style
    colors = coloring.colors(theme).map { color in
      var color = color
      color.alpha *= style.opacity * Self.share
      return color
    }
    ghost = theme.tracks.gap
    self.trail = trail
  }

  /// A line's stroke; lines of one frame end where those of the next begin.
  func stroke(_ color: UInt8) -> StrokeStyle {
    color == FilmStrokes.ghost ? style.dash : StrokeStyle(width: style.width, join: .round, cap: .butt)
  }

  /// The colour of a number, or of dashes.
  func color(_ number: UInt8) -> Color { number == FilmStrokes.ghost ? ghost : colors[Int(number)] }
}
