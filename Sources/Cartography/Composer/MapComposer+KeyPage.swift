import Raster

extension MapComposer {
  /// Where the table of events stands on a page of its own, which has the picture's size.
  package var keyPageBox: PixelRect {
    let (left, top) = (layout.frame.x, layout.frame.y)
    return PixelRect(
      x: left, y: top, width: layout.pictureWidth - 2 * left,
      height: layout.pictureHeight - top - layout.measures.margin)
  }

  /// The table of events as a page, under the map's title, with the markings.
  package func keyPage(_ scene: MapScene) -> Pixmap {
    var pixmap = Pixmap(width: layout.pictureWidth, height: layout.pictureHeight, background: theme.page)
    drawHeader(on: &pixmap)
    if let panel = scene.panel, let setting = scene.panelSetting {
      panel.draw(setting, on: &pixmap, in: keyPageBox, measures: layout.measures, theme: theme)
    }
    return pixmap
  }
}
