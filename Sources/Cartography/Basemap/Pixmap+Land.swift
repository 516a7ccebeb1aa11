import Geography
import Raster

extension Pixmap {
  /// Lays land and lakes without lines beneath the layers of a bare picture that is as large as the viewport.
  ///
  /// The source depends on the grid's scale alone, so that a tile shows what a picture of many shows; `coastline` gives
  /// the land of a close grid.
  package mutating func drawLand(_ viewport: Viewport, theme: Theme, coastline: CoastlineArchive? = nil) {
    let basemap = Basemap(
      for: viewport, detail: BasemapDetail(grid: viewport.grid),
      land: BasemapDetail.isClose(viewport.grid) ? coastline : nil)
    fill(basemap.land, color: theme.land)
    fill(basemap.lakes, color: theme.lake)
  }
}
