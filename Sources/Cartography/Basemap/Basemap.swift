import Geography
import Raster

/// Land, lakes and country borders of a view, in the picture's pixels.
///
/// Pixel (0, 0) of the picture is the viewport's north-west corner. Every view of one `PixelGrid` that is drawn from
/// the same `detail` has the same vertices, moved by whole pixels. A view across the antimeridian, or wider than the
/// world, shows each copy of the world that it touches. Vertices less than 0.3 pixels apart are thinned out.
package struct Basemap: Sendable {
  /// How far beyond the picture's edge geometry is complete, in pixels: at least half the widest stroke's width.
  package static let marginInPixels = 32.0

  /// Land: closed contours to fill by the non-zero rule.
  package let land: Path
  /// Coasts: contours to stroke, closed where a whole island lies in view; the world's edges are left out.
  package let coastlines: Path
  /// Lakes: closed contours to fill by the non-zero rule; stroked, they give the shores.
  package let lakes: Path
  /// Land borders of countries: open contours to stroke.
  package let borders: Path
  /// The words that the sources' licences ask for on the picture.
  package let attribution: String
  /// The source that was chosen for the view; of lakes and borders alone where `coastline` gave the land.
  package let detail: BasemapDetail
  /// Whether land is an installed coastline's.
  package let hasInstalledLand: Bool

  /// The basemap of a view, from the sources that suit its scale: a close view's land is the coastline's, if there is one.
  package init(for viewport: Viewport, coastline: CoastlineArchive? = nil) {
    let closeCoastline = BasemapDetail.isClose(viewport.grid) ? coastline : nil
    let detail =
      closeCoastline == nil
      ? BasemapDetail(for: viewport, marginInPixels: Basemap.marginInPixels) : BasemapDetail(grid: viewport.grid)
    self.init(for: viewport, detail: detail, land: closeCoastline)
  }

  /// The basemap of a view from given sources; `land` gives land and shores in place of the embedded source.
  package init(for viewport: Viewport, detail: BasemapDetail, land installed: CoastlineArchive? = nil) {
    let archive = detail.archive
    let margin = Basemap.marginInPixels
    var (land, coastlines, lakes, borders) = (Path(), Path(), Path(), Path())
    for copy in BasemapWindow.copies(viewport, marginInPixels: margin) {
      let window = BasemapWindow(viewport, copy: copy, marginInPixels: margin)
      var tracer = BasemapTracer(window: window)
      if let installed {
        tracer.traceLand(of: installed)
      } else {
        tracer.traceRings(of: .land, in: archive, withShores: true)
      }
      land.append(tracer.fill)
      coastlines.append(tracer.lines)
      tracer = BasemapTracer(window: window)
      tracer.traceRings(of: .lakes, in: archive, withShores: false)
      tracer.traceLines(of: .borders, in: archive)
      lakes.append(tracer.fill)
      borders.append(tracer.lines)
    }
    self.land = land
    self.coastlines = coastlines
    self.lakes = lakes
    self.borders = borders
    self.detail = detail
    hasInstalledLand = installed != nil
    attribution = Basemap.attribution(detail, installed)
  }

  /// The words for a source whose land may be an installed coastline's.
  package static func attribution(_ detail: BasemapDetail, _ land: CoastlineArchive?) -> String {
    guard let words = land?.facts.attribution, words != detail.attribution else { return detail.attribution }
    return "\(words), \(detail.attribution)"
  }
}
