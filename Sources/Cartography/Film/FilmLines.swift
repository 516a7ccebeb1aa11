import Geography
import Raster
import Tracks

/// The tracks of a frame's time as a map of that time shows them, drawn anew for each frame.
package struct FilmLines: Sendable {
  private let tracks: TrackSet
  private let rule: LegRule
  private let coloring: TrackColoring
  private let theme: Theme
  private let scale: Double
  /// Milliseconds up to a frame's end.
  private let length: Int64

  /// Lines of the last `length` milliseconds of a frame, `scale` times as wide as usual.
  package init(
    _ tracks: TrackSet, rule: LegRule, coloring: TrackColoring, theme: Theme, scale: Double, length: Int64
  ) {
    self.tracks = tracks
    self.rule = rule
    self.coloring = coloring
    self.theme = theme
    self.scale = scale
    self.length = length
  }

  /// Draws them into a frame's window of a grid. Reading fixes back from disk may fail.
  package func draw(on pixmap: inout Pixmap, viewport: Viewport, until end: Int64) throws(TracksError) {
    let layer = try TrackLayer(
      tracks.during(end - length..<end), grid: viewport.grid, rule: rule, coloring: coloring, scale: scale,
      widths: theme.tracks.width, threads: 1)
    layer.draw(on: &pixmap, viewport: viewport, theme: theme)
  }
}
