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
  /// The source that was chosen for the view.
  package let detail: BasemapDetail

  /// The words that the source's licence asks for on the picture.
  package var attribution: String { detail.attribution }

  /// The basemap of a view, from the source that suits its scale.
  package init(for viewport: Viewport) {
    self.init(
      for: viewport, detail: BasemapDetail(for: viewport, marginInPixels: Basemap.marginInPixels))
  }

  /// The basemap of a view from a given source.
  package init(for viewport: Viewport, detail: BasemapDetail) {
    let archive = GeometryArchive(detail.resource.bytes)
    let margin = Basemap.marginInPixels
    var (land, coastlines, lakes, borders) = (Path(), Path(), Path(), Path())
    for copy in BasemapWindow.copies(viewport, marginInPixels: margin) {
      let window = BasemapWindow(viewport, copy: copy, marginInPixels: margin)
      var tracer = BasemapTracer(archive, window: window)
      tracer.traceRings(of: .land, withShores: true)
      land.append(tracer.fill)
      coastlines.append(tracer.lines)
      tracer = BasemapTracer(archive, window: window)
      tracer.traceRings(of: .lakes, withShores: false)
      tracer.traceLines(of: .borders)
      lakes.append(tracer.fill)
      borders.append(tracer.lines)
    }
    self.land = land
    self.coastlines = coastlines
    self.lakes = lakes
    self.borders = borders
    self.detail = detail
  }
}
