import Geography
import Raster

/// What a bare picture or a tile shows, from the lowest layer to the uppermost: land, density, tracks, events.
package struct BareLayers: Sendable {
  /// The colours.
  package var theme: Theme
  /// Whether land and lakes lie beneath all.
  package var hasLand: Bool
  /// The land of a close grid; nil for the embedded basemap.
  package var coastline: CoastlineArchive?
  /// Lines, of the pictures' grid.
  package var tracks: TrackLayer?
  /// Marks.
  package var events: EventLayer?
  /// Pixels to a point: how much larger than at 1 events' marks are.
  package var scale = 1.0

  /// Layers with those left out that are not given.
  package init(
    theme: Theme, hasLand: Bool, coastline: CoastlineArchive? = nil, tracks: TrackLayer? = nil,
    events: EventLayer? = nil, scale: Double = 1
  ) {
    self.theme = theme
    self.hasLand = hasLand
    self.coastline = coastline
    self.tracks = tracks
    self.events = events
    self.scale = scale
  }

  /// A viewport on transparent ground; `indices` hold the density's colour in `palette` for each pixel, nil for none.
  package func picture(
    _ viewport: Viewport, indices: UnsafeBufferPointer<UInt8>? = nil, palette: [Color] = []
  ) -> Pixmap {
    var pixmap = Pixmap(width: viewport.width, height: viewport.height, background: nil)
    if hasLand { pixmap.drawLand(viewport, theme: theme, coastline: coastline) }
    if let indices { pixmap.blend(indices: indices, palette: palette, in: pixmap.bounds) }
    tracks?.draw(on: &pixmap, viewport: viewport, theme: theme)
    events?.draw(on: &pixmap, viewport: viewport, theme: theme, scale: scale)
    return pixmap
  }
}
